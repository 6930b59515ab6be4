import type { CollectionConfig } from 'payload'

type Hooks = NonNullable<CollectionConfig['hooks']>

/** Adds hooks behind a collection's own. */
export function withHooks(
  collection: CollectionConfig,
  hooks: { [Name in keyof Hooks]?: NonNullable<Hooks[Name]> },
): CollectionConfig {
  const merged: Record<string, unknown[]> = { ...(collection.hooks as Record<string, unknown[]>) }
  for (const [name, added] of Object.entries(hooks)) merged[name] = [...(merged[name] ?? []), ...(added as unknown[])]
  return { ...collection, hooks: merged as Hooks }
}
