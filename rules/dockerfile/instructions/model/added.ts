/** What ADD fetches rather than takes from the build context: web addresses and git repositories. */
export const isRemote = (source: string): boolean =>
  /^(?:https?|git|ssh):\/\//i.test(source) || /^git@[^/]+:/.test(source);

/** Names of archives that ADD unpacks: tar, plain or compressed, and single compressed files. */
export const isArchiveName = (source: string): boolean =>
  /\.(?:tar|t[bglx]z2?|tb2|tpz|tzst|gz|bz2|xz|zst|lz|lzma|z)$/i.test(source);
