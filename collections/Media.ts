import type { Access, CollectionConfig } from 'payload'
import { canPublish, isAdmin, isStaff } from '../src/access/roles'
import { computedField, shownOrStaff, staffOnly } from '../src/access/rules'
import { checkUpload, largestUpload, uploadTypes } from '../src/editorial/checkUpload'
import { historyTab } from './fields/historyTab'
import { id } from './fields/id'

/**
 * Where a rule names rows, Payload looks for the document of a file before it opens the file: a name that is none is refused and no
 * fault. With `?prefix=` it would look for a field that there is none of.
 */
const readable: Access = (args) => {
  if (!args.isReadingStaticFile) return shownOrStaff(args)
  if (args.req.searchParams?.has('prefix')) return false
  return isStaff(args.req.user) ? { filename: { exists: true } } : shownOrStaff(args)
}

/** A picture is shown; anything else is saved, so that no viewer of a browser opens it in our name. */
const saveOthers = (headers: Headers): Headers => {
  if (!headers.get('content-type')?.startsWith('image/')) headers.set('content-disposition', 'attachment')
  return headers
}

/** Apps on other origins keep pictures for reading without a network. The star lets no page read with somebody's login. */
const shareWithApps = (headers: Headers): Headers => {
  headers.set('Access-Control-Allow-Origin', '*')
  return headers
}

/** Pictures and PDF files. Readers see one once something published shows it, and no longer than that. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Media file', plural: 'Media' },
  graphQL: { singularName: 'Media', pluralName: 'MediaFiles' },
  access: {
    read: readable,
    create: staffOnly,
    update: ({ req }) => canPublish(req.user) || (isStaff(req.user) && { published: { not_equals: true } }),
    delete: ({ req }) => isAdmin(req.user) || (isStaff(req.user) && { published: { not_equals: true } }),
  },
  admin: {
    components: { views: historyTab },
    group: 'Content',
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'mimeType', 'published'],
  },
  defaultPopulate: {
    alt: true,
    url: true,
    filename: true,
    mimeType: true,
    width: true,
    height: true,
    sizes: true,
    updatedAt: true,
  },
  hooks: { beforeOperation: [checkUpload] },
  upload: {
    mimeTypes: uploadTypes,
    pasteURL: false,
    modifyResponseHeaders: ({ headers }) => shareWithApps(saveOthers(headers)),
    disableLocalStorage: false,
    focalPoint: true,
    adminThumbnail: 'thumbnail',
    imageSizes: [
      { name: 'thumbnail', width: 320, withoutEnlargement: true },
      { name: 'card', width: 768, withoutEnlargement: true },
      { name: 'wide', width: 1600, withoutEnlargement: true },
    ],
  },
  fields: [
    id,
    {
      name: 'alt',
      label: 'Alternative text',
      type: 'text',
      required: true,
      localized: true,
      maxLength: 300,
      admin: {
        description: `What somebody who cannot see the picture should know. At most ${largestUpload / 1024 / 1024} MB, no SVG.`,
      },
    },
    { name: 'caption', type: 'text', localized: true },
    { name: 'credit', type: 'text' },
    {
      name: 'published',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      access: computedField,
      admin: { readOnly: true, position: 'sidebar', description: 'Set while something published shows this file.' },
    },
    { name: 'fellBack', type: 'text', hasMany: true, virtual: true, admin: { hidden: true }, access: computedField },
  ],
}
