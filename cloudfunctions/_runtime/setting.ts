/** Reads a setting of the function from its environment. Throws when it is not set, with its name. */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is not set`);
  return value;
}
