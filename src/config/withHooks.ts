import type { CollectionConfig, GlobalConfig } from 'payload'

/** Adds hooks behind the own ones of a collection or global. */
export function withHooks<Config extends CollectionConfig | GlobalConfig>(
  config: Config,
  hooks: { [Name in keyof NonNullable<Config['hooks']>]?: NonNullable<NonNullable<Config['hooks']>[Name]> },
): Config {
  const merged: Record<string, unknown[]> = { ...(config.hooks as Record<string, unknown[]>) }
  for (const [name, added] of Object.entries(hooks)) merged[name] = [...(merged[name] ?? []), ...(added as unknown[])]
  return { ...config, hooks: merged }
}
