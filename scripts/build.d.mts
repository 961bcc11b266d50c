/** @returns the files that went into the bundle. */
export declare function buildOne(
  out: string,
  outfile: string,
  options?: { readonly isMinified?: boolean },
): Promise<string[]>;
