import { walkScreens } from './screens.ts';

// Names depend on the language, contrast on the colours, room on the size: two looks show each.
walkScreens({ locale: 'zh-CN', colorScheme: 'light', width: 1366, height: 768, layers: 'even' });
