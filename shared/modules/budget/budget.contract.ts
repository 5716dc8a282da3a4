/** What one can ask of the budget: its areas, side by side. */
export const budgetContract = {};
export const budgetPermissions = {};
export const budgetErrors = {};
