import type { ArrayField } from 'payload'
import { type CodeSystem, checkCode } from '../../src/editorial/checkCode'

/** Codes of public terminologies, by which health records find this entry. */
export const codes: ArrayField = {
  name: 'codes',
  type: 'array',
  maxRows: 30,
  labels: { singular: 'Code', plural: 'Codes' },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'system',
          type: 'select',
          required: true,
          options: [
            { label: 'SNOMED CT', value: 'snomed' },
            { label: 'ICD-10-CM', value: 'icd-10-cm' },
            { label: 'MeSH', value: 'mesh' },
          ],
        },
        {
          name: 'code',
          type: 'text',
          required: true,
          index: true,
          validate: (
            value: string | null | undefined,
            { siblingData }: { siblingData: Partial<{ system: CodeSystem }> },
          ) => (!value ? 'A code is needed.' : siblingData.system ? checkCode(siblingData.system, value) : true),
        },
        { name: 'display', type: 'text' },
      ],
    },
  ],
}
