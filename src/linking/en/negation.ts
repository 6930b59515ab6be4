import type { NegationWords } from '../language'
import { lines, words } from '../wordLists'

/** English, after NegEx's and ConText's triggers, with the imperatives of patient instructions. */
export const negation: NegationWords = {
  determiners: words('no without nil zero'),
  verbal: words(
    "not never cannot don't doesn't didn't isn't aren't wasn't weren't won't can't couldn't shouldn't wouldn't mustn't haven't hasn't hadn't needn't",
  ),
  neither: ['neither'],
  nor: ['nor'],
  phrases: lines(`
    absence of
    lack of
    lacks
    lacked
    lacking
    free of
    free from
    few signs of
    few or no
    little or no
    denies
    denied
    denying
    none of
  `),
  remedyPhrases: lines(`
    avoid
    avoids
    avoiding
    avoided
    stop taking
    stop using
    stop applying
    stops taking
    stopped taking
    refrain from
    stay away from
    keep away from
    steer clear of
    must not use
  `),
  pseudo: lines(`
    with or _
    with and _
    _ only
    _ just
    _ all
    _ always
    _ every
    _ everyone
    _ everybody
    _ enough
    _ necessarily
    _ sure
    _ certain
    _ clear
    _ known
    _ more
    _ less
    _ fewer
    _ better
    _ worse
    _ matter
    _ doubt
    _ wonder
    _ change
    _ increase
    _ longer than
    _ sooner
    _ later
    _ one
    _ reason
    _ need
    _ cure
    _ both
    _ most
    _ many
    _ much
    _ simply
    _ merely
    _ until
    _ uncommon
    _ unusual
    _ rare
    _ so
    why _
    whether or _
    try|trying|tries|careful|able|sure _ to
  `),
  adverbs: words(
    'usually often generally typically normally ever yet also really even still sometimes likely currently ordinarily actually directly then routinely automatically to',
  ),
  verbs: words(`
    cause causes caused causing have has had having feel feels felt feeling experience experiences experienced experiencing develop
    develops developed developing show shows showed showing report reports reported notice notices noticed noticing include includes
    included including get gets got getting produce produces produced producing lead leads led leading result results resulted come
    comes came suffer suffers suffered complain complains run runs see seen present presents bring brings trigger triggers
    contain contains involve involves mention mentions
    use uses used using take takes took taken taking give gives gave given giving apply applies applied applying put puts putting
    wear wears wearing drink drinks drinking eat eats eating do does try start starts started starting add adds rub rubs rubbing
    place places hold prescribe prescribes prescribed administer receive receives received swallow combine mix offer buy
    recommend recommends recommended choose be is are was were been being become becomes became look looks look seem seems appear appears
    perform undergo attempt massage make makes made leave leaves mix mixes
  `),
  protective: words(
    'stop stops stopped stopping skip ignore ignores delay hesitate forget miss wait worry cure cures relieve relieves help helps treat treats prevent prevents reduce reduces go goes improve improves ease eases fix mean means change know rely avoid remove replace mask dismiss mistake confuse overlook interrupt lower affect work works underestimate blame need needs keep keeps',
  ),
  transparent: words(
    'sign signs symptom symptoms evidence history feeling feelings sense sensation sensations problem problems episode episodes complaint complaints trace hint degree type kind form amount apparent area areas bout bouts attack attacks thing such',
  ),
  places: words(
    'of in on at around over under near between during after before inside along above below behind through',
  ),
  prepositions: words(
    'for with to by from about against into despite as than per via upon unless like such toward towards except besides within',
  ),
  or: ['or', 'nor'],
  and: ['and', 'plus'],
  enders: words(
    'but although though however yet except because since so until while when if unless whereas which who whose that where then instead thus therefore nevertheless only once still rather even enough',
  ),
  clauses: words(
    'you they it he she we i this these those there is are was were may can could will would should must might has have had does do did be often usually sometimes however causes cause makes make helps help occurs occur happens happen increases raises worsens leads results produces triggers contributes treat treats cure cures relieve relieves prevent prevents stops',
  ),
  until: ['until'],
  objects: words('you them him her it me us people patients anyone somebody someone'),
  articles: words('a an the any your my his her their our its some other another this that these those much'),
  after: lines(`
    _ free
    _ is|are|was|were absent
    _ is|are|was|were not present|seen|found|felt|recommended|advised|used|given|taken|allowed|permitted|helpful|useful|noted|common|typical|noticed|reported|applied|expected|included|usual
    _ is|are|was|were not usually|generally|normally|typically|routinely|often present|seen|found|felt|recommended|advised|used|given|taken|suitable|needed|common|noted
    _ should|must|can|may|might|could not be used|given|taken|applied|worn|put|started|combined|mixed|present|prescribed|offered
    _ should|must not be used|given|taken|applied|worn|put
    _ cannot be used|given|taken|applied|felt|found|seen
    _ do|does|did not occur|happen|develop|appear|exist|follow
    _ has|have|had not occurred|developed|appeared|happened|been
    _ isn't|aren't|wasn't|weren't recommended|advised|present|safe|suitable|used|common|helpful|seen
    _ shouldn't|mustn't|can't be used|given|taken|applied|worn
    _ doesn't|don't|didn't|never occur|happen|develop|appear|occurs|happens|develops
    _ should|must be avoided|stopped
    _ is|are to be avoided
    _ is|are best avoided
    _ is|are|was|were ruled|missing|lacking
    _ should|must never be
  `),
}
