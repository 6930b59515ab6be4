import type { z } from 'zod'
import { byFile, otherVariables, variables } from './variables'

/** Each variable with its sentence and default, for `.env.example` and the reference. */
export function describeSettings(): { name: string; sentence: string; default: string | undefined }[] {
  const files = new Set<string>(byFile)
  const documented = Object.entries(variables).flatMap(([name, type]) => [
    { name, sentence: type.description ?? '', default: defaultOf(type) },
    ...(files.has(name)
      ? [{ name: `${name}_FILE`, sentence: `A file that holds ${name}, in its place.`, default: undefined }]
      : []),
  ])
  const others = Object.entries(otherVariables).map(([name, sentence]) => ({ name, sentence, default: undefined }))
  return [...documented, ...others]
}

function defaultOf(type: z.ZodType): string | undefined {
  const result = type.safeParse(undefined)
  return result.success && result.data !== undefined ? String(result.data) : undefined
}
