/** The texts that stand in a piece of TypeScript, as templates. */
export declare function textsIn(source: string): string[];
/** The texts of several words that stand in a piece of TypeScript without being marked for translation. */
export declare function unmarkedTextsIn(source: string): string[];
/** The content of l10n/bundle.l10n.json. */
export declare function bundle(): Promise<string>;
