export const SOFT_ZH: readonly string[] = []
