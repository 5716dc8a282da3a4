import type { Allowed } from './allowed.ts';

export const staff: Allowed = {
  'staff.listGridMembers': 'clerk supervisor trainer finance administrator', 'staff.getGridMember': 'clerk supervisor trainer finance administrator',
  'staff.*': 'supervisor trainer administrator',
};
