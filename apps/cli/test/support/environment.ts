/** The environment of the tests, without variables that would change what a command does. */
export function testEnvironment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(SCA_|CONTRACT_|GITHUB_|FORCE_COLOR|NO_COLOR)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...extra };
}
