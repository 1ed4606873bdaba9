export const SOFT_EN: ReadonlySet<string> = new Set()
