import type { CollectionConfig } from 'payload'
import { clinicalContent } from '../src/access/rules'
import { bodyEditor } from '../src/editorial/bodyEditor'
import { noteRestoredVersion, refuseTakenTerms } from '../src/editorial/vocabularyDesk/refuseTakenTerms'
import { codes } from './fields/codes'
import { id } from './fields/id'
import { drafts, publication } from './fields/publication'
import { slug } from './fields/slug'
import { entryName, terms } from './fields/terms'
import { tryTerms, vocabularyAdmin } from './fields/vocabularyAdmin'

/** A relief tip: something that a patient can do, wear, take or have done. */
export const Remedies: CollectionConfig = {
  slug: 'remedies',
  labels: { singular: 'Remedy', plural: 'Remedies' },
  graphQL: { singularName: 'Remedy', pluralName: 'Remedies' },
  access: clinicalContent,
  trash: true,
  versions: drafts,
  defaultPopulate: { slug: true, name: true, updatedAt: true },
  defaultSort: 'name',
  admin: {
    useAsTitle: 'name',
    group: 'Vocabulary',
    defaultColumns: ['name', 'kind', 'synonyms', '_status'],
    listSearchableFields: ['name', 'slug', 'synonyms'],
    components: vocabularyAdmin,
  },
  hooks: { beforeOperation: [noteRestoredVersion], beforeChange: [refuseTakenTerms] },
  fields: [
    id,
    entryName,
    ...terms,
    tryTerms,
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'self-care',
      options: [
        { label: 'Self-care', value: 'self-care' },
        { label: 'Exercise', value: 'exercise' },
        { label: 'Lifestyle', value: 'lifestyle' },
        { label: 'Device', value: 'device' },
        { label: 'Medicine', value: 'medicine' },
        { label: 'Procedure', value: 'procedure' },
      ],
    },
    { name: 'instructions', type: 'richText', localized: true, editor: bodyEditor },
    { name: 'frequency', label: 'How long and how often', type: 'textarea', localized: true },
    { name: 'cautions', label: 'Cautions, and who should not use it', type: 'textarea', localized: true },
    {
      name: 'evidence',
      type: 'group',
      fields: [
        {
          name: 'level',
          type: 'select',
          defaultValue: 'unknown',
          options: [
            { label: 'Strong', value: 'strong' },
            { label: 'Moderate', value: 'moderate' },
            { label: 'Limited', value: 'limited' },
            { label: 'Expert opinion', value: 'expert-opinion' },
            { label: 'Not assessed', value: 'unknown' },
          ],
        },
        { name: 'reference', type: 'textarea', localized: true },
      ],
    },
    codes,
    {
      name: 'symptoms',
      label: 'Relieves',
      type: 'join',
      collection: 'symptoms',
      on: 'relievedBy',
      defaultLimit: 10,
      defaultSort: '-updatedAt', // not by name: see `inJoin` in publicQuery
    },
    {
      name: 'articles',
      type: 'join',
      collection: 'articles',
      on: 'remedies',
      defaultLimit: 10,
      defaultSort: '-updatedAt',
    },
    slug('name'),
    ...publication,
  ],
}
