import type { SanitizedConfig } from 'payload'
import type { OpenApi } from '../../delivery/openapi'
import { collectionsPage } from './collectionsPage'
import { commandsPage } from './commandsPage'
import { docComments } from './docComments'
import { figuresPage } from './figures'
import { graphqlPage } from './graphqlPage'
import { restPage } from './restPage'
import { settingsPage } from './settingsPage'
import { v1Page } from './v1Page'
import { webhooksPage } from './webhooksPage'

/** The reference in `docs/reference`: Markdown by the file's name, made of the code. Run in the project's folder. */
export function referencePages(config: SanitizedConfig, description: OpenApi): Record<string, string> {
  const comments = docComments('src', 'collections', 'bench')
  return {
    'collections.md': collectionsPage(config, comments),
    'commands.md': commandsPage(comments),
    'figures.md': figuresPage(),
    'graphql.md': graphqlPage(config),
    'rest.md': restPage(config, comments),
    'settings.md': settingsPage(),
    'v1.md': v1Page(description),
    'webhooks.md': webhooksPage(),
  }
}
