export const backupErrors = {};
