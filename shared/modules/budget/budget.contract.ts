import { figuresOperations } from './figures/figures.contract.ts';
import { partnersOperations } from './partners/partners.contract.ts';
import { requestsOperations, requestsPermissions } from './requests/requests.contract.ts';
import { sourcesOperations, sourcesPermissions } from './sources/sources.contract.ts';
import { vouchersOperations } from './vouchers/vouchers.contract.ts';
import { yearOperations, yearPermissions } from './year/year.contract.ts';

export { budgetErrors } from './budget.errors.ts';

/** What one can ask of the budget: its areas, side by side. */
export const budgetContract = { ...sourcesOperations, ...yearOperations, ...requestsOperations, ...vouchersOperations, ...partnersOperations, ...figuresOperations };
export const budgetPermissions = { ...sourcesPermissions, ...yearPermissions, ...requestsPermissions };
