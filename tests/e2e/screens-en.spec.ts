import { walkScreens } from './screens.ts';

// 1024×576 is 1280×720 at 125 %.
walkScreens({ locale: 'en', colorScheme: 'dark', width: 1024, height: 576, layers: 'odd' });
