/** How exactly the mini program may know where a person is. */
export type LocationChoice = 'none' | 'fuzzy' | 'precise';

/**
 * Chosen at build by the environment variable `MEIDIAN_LOCATION`: `none` asks nobody; `fuzzy`, the default, takes what
 * WeChat blurs; `precise` needs a mini program of a category that WeChat allows it. The declarations in `app.config.ts`
 * follow; `config/index.ts` refuses any other value.
 */
export const locationChoice: LocationChoice = (process.env.MEIDIAN_LOCATION as LocationChoice | undefined) ?? 'fuzzy';
