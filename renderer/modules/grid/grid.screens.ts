import { IconMap2 } from '@tabler/icons-react';
import { inArea, type ScreenGroup } from '#renderer/app/screens.ts';
import { admissionScreens } from './admission/admission.screens.ts';
import { commandScreens } from './command.screens.ts';
import { mattersScreens } from './matters/matters.screens.ts';
import { participationScreens } from './participation/participation.screens.ts';
import { registerScreens } from './register/register.screens.ts';
import { territoryScreens } from './territory/territory.screens.ts';

/** Who lives in the community and how it is divided; an area a line. */
export const gridScreens: ScreenGroup = {
  id: 'grid',
  title: 'register.group',
  icon: IconMap2,
  screens: [
    ...inArea('grid.area.register', registerScreens),
    ...inArea('grid.area.territory', territoryScreens),
    ...inArea('grid.area.matters', mattersScreens),
    ...inArea('grid.area.command', commandScreens),
    ...inArea('grid.area.admission', admissionScreens),
    ...inArea('grid.area.participation', participationScreens),
  ],
};
