/** @throws where two files claim one id. */
export declare function refuseDoubleIds(files: readonly string[], textOf: (file: string) => string): void;
export declare function registryText(files: readonly string[]): string;
export declare function writeRegistry(): string[];
