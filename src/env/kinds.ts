import { z } from 'zod'

/** Kinds of values that several variables have. */

export const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

export const port = z
  .string()
  .regex(/^\d+$/, 'must be a number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a number from 0 to 65535')

/** @param shape What the digits must be, which also keeps the number small enough to be counted with. */
export const number = (shape: RegExp, complaint: string) => z.string().regex(shape, complaint).transform(Number)

export const bytes = number(/^\d{1,15}$/, 'must be a number of bytes')

export const webAddress = z.url({ protocol: /^https?$/ })

/** An address that paths are put behind. */
export const baseAddress = webAddress.transform((value) => value.replace(/\/+$/, ''))

/** What a part of the variables comes to once each was read. */
export type ValuesOf<Variables extends z.ZodRawShape> = z.infer<z.ZodObject<Variables>>
