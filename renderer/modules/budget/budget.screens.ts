import { IconCoinYuan } from '@tabler/icons-react';
import type { ScreenGroup } from '#renderer/app/screens.ts';

/** Money: where it comes from, where it waits, and what proves it. */
export const budgetScreens: ScreenGroup = { id: 'budget', title: 'budget.group', icon: IconCoinYuan, screens: [] };
