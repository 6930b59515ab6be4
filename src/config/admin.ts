import type { Config } from 'payload'
import { previewedCollections } from '../editorial/preview/previewToken'
import { previewUrl } from '../editorial/preview/previewUrl'
import type { Settings } from '../env/readSettings'

/** Our own pages of the admin, and where it shows drafts. */
export const admin = ({ websiteUrl }: Pick<Settings, 'websiteUrl'>): NonNullable<Config['admin']> => ({
  user: 'users',
  avatar: 'default',
  meta: { titleSuffix: ' · Saphena' },
  livePreview: {
    collections: [...previewedCollections],
    url: previewUrl(websiteUrl),
    breakpoints: [
      { name: 'phone', label: 'Phone', width: 375, height: 667 },
      { name: 'tablet', label: 'Tablet', width: 768, height: 1024 },
    ],
  },
  components: {
    beforeDashboard: ['/editorial/admin/dashboard/Dashboard#Dashboard'],
    afterNavLinks: ['/editorial/admin/importing/ImportNavLink#ImportNavLink'],
    views: {
      login: { Component: '/editorial/admin/twoFactor/LoginView#LoginView', path: '/login', exact: true },
      unauthorized: {
        Component: '/editorial/admin/twoFactor/UnauthorizedView#UnauthorizedView',
        path: '/unauthorized',
        exact: true,
      },
      deskList: { Component: '/editorial/admin/dashboard/DeskList#DeskList', path: '/desk/:list' },
      import: { Component: '/editorial/admin/importing/ImportView#ImportView', path: '/import', exact: true },
      vocabulary: { Component: '/editorial/admin/vocabularyDesk/VocabularyView#VocabularyView', path: '/vocabulary' },
    },
  },
})
