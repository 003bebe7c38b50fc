export function Matches() { return null; }
