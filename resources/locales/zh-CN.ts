import common from './zh-CN/common.json' with { type: 'json' };

/** Every area's words, a line each; the areas' files are edited on their own. */
export default { ...common };
