import * as migration_20261123_211115_init from './20261123_211115_init';
import * as migration_20261124_210315_link_stems from './20261124_210315_link_stems';
import * as migration_20261124_213000_publish_log from './20261124_213000_publish_log';
import * as migration_20261124_214444_webhooks from './20261124_214444_webhooks';
import * as migration_20261124_215251_recall from './20261124_215251_recall';
import * as migration_20261124_221500_parent_indexes from './20261124_221500_parent_indexes';
import * as migration_20261125_125550_organisation from './20261125_125550_organisation';
import * as migration_20261125_135405_first_published from './20261125_135405_first_published';
import * as migration_20261125_140646_readability from './20261125_140646_readability';
import * as migration_20261125_141326_review_and_history from './20261125_141326_review_and_history';
import * as migration_20261125_141636_draft_shares from './20261125_141636_draft_shares';
import * as migration_20261125_142830_dashboard from './20261125_142830_dashboard';
import * as migration_20261125_164000_rate_counts from './20261125_164000_rate_counts';
import * as migration_20261125_173654_accounts from './20261125_173654_accounts';
import * as migration_20261125_235919_order_of_lists from './20261125_235919_order_of_lists';
import * as migration_20261126_033631_webhooks_since from './20261126_033631_webhooks_since';

export const migrations = [
  {
    up: migration_20261123_211115_init.up,
    down: migration_20261123_211115_init.down,
    name: '20261123_211115_init',
  },
  {
    up: migration_20261124_210315_link_stems.up,
    down: migration_20261124_210315_link_stems.down,
    name: '20261124_210315_link_stems',
  },
  {
    up: migration_20261124_213000_publish_log.up,
    down: migration_20261124_213000_publish_log.down,
    name: '20261124_213000_publish_log',
  },
  {
    up: migration_20261124_214444_webhooks.up,
    down: migration_20261124_214444_webhooks.down,
    name: '20261124_214444_webhooks',
  },
  {
    up: migration_20261124_215251_recall.up,
    down: migration_20261124_215251_recall.down,
    name: '20261124_215251_recall',
  },
  {
    up: migration_20261124_221500_parent_indexes.up,
    down: migration_20261124_221500_parent_indexes.down,
    name: '20261124_221500_parent_indexes',
  },
  {
    up: migration_20261125_125550_organisation.up,
    down: migration_20261125_125550_organisation.down,
    name: '20261125_125550_organisation',
  },
  {
    up: migration_20261125_135405_first_published.up,
    down: migration_20261125_135405_first_published.down,
    name: '20261125_135405_first_published',
  },
  {
    up: migration_20261125_140646_readability.up,
    down: migration_20261125_140646_readability.down,
    name: '20261125_140646_readability',
  },
  {
    up: migration_20261125_141326_review_and_history.up,
    down: migration_20261125_141326_review_and_history.down,
    name: '20261125_141326_review_and_history',
  },
  {
    up: migration_20261125_141636_draft_shares.up,
    down: migration_20261125_141636_draft_shares.down,
    name: '20261125_141636_draft_shares',
  },
  {
    up: migration_20261125_142830_dashboard.up,
    down: migration_20261125_142830_dashboard.down,
    name: '20261125_142830_dashboard',
  },
  {
    up: migration_20261125_164000_rate_counts.up,
    down: migration_20261125_164000_rate_counts.down,
    name: '20261125_164000_rate_counts',
  },
  {
    up: migration_20261125_173654_accounts.up,
    down: migration_20261125_173654_accounts.down,
    name: '20261125_173654_accounts',
  },
  {
    up: migration_20261125_235919_order_of_lists.up,
    down: migration_20261125_235919_order_of_lists.down,
    name: '20261125_235919_order_of_lists',
  },
  {
    up: migration_20261126_033631_webhooks_since.up,
    down: migration_20261126_033631_webhooks_since.down,
    name: '20261126_033631_webhooks_since'
  },
];
