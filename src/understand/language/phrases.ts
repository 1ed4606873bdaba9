export const PHRASES: readonly string[] = []
