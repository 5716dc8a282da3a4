import common from './en/common.json' with { type: 'json' };
import type zhCN from './zh-CN.ts';

/** The same keys as the Chinese source; a missing one does not compile. */
export default { ...common } satisfies Record<keyof typeof zhCN, string>;
