/** Why something could not be imported, in a line: Payload's validation errors name the fields, files that cannot be read say why. */
export function reasonOf(error: unknown): string {
  const fields = (error as { data?: { errors?: { path?: string; message?: string }[] } }).data?.errors
  if (fields?.length) return fields.map(({ path, message }) => `${path}: ${message}`).join('; ')
  return error instanceof Error ? error.message : String(error)
}
