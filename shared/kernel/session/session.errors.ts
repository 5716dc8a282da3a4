export const sessionErrors = {};
