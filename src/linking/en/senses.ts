import type { SenseRule } from '../language'

/** After a term, these make it a part of a disease's name. */
export const diseaseHeads = ['syndrome', 'syndromes', 'disease', 'diseases', 'disorder', 'disorders']

const impaired =
  'trouble|difficulty|difficulties|problem|problems|unable|ability|inability|able|hard|difficult|learn|learned|learning|delayed|delay|impaired|affect|affects|interfere|help|helps|stop|stopped|loss|lose'

/**
 * Everyday words that are symptoms or remedies in one sense only. Whoever reads `_` as the term reads the patterns: `a|b` is
 * either, `..` up to three words, `_s` the term in the plural, `[list]` beside another mention of its kind, `[item]` alone on
 * a line or before a colon.
 */
export const senses: readonly SenseRule[] = [
  {
    terms: ['cold'],
    kind: 'symptom',
    not: [
      '_ weather|water|temperature|temperatures|air|climate|climates|sore|sores|turkey|sweat|sweats|storage|drink|drinks|food|foods|shower|showers|bath|baths|room|rooms|place|places|winter|winters|day|days|night|nights|pack|packs|compress|compresses|cloth|towel|therapy|feet|foot|hand|hands|finger|fingers|toe|toes|skin|limb|limbs|leg|legs|arm|arms|extremities|environment|environments|exposure|stimulus|stimuli|urticaria|agglutinin|agglutinins|antibody|antibodies|stress|induced|intolerance|injury|injuries|snap|front|milk|meat|meats|cut|cuts|cereal|tap|wind|winds|blooded|spot|spots|beverage|beverages|liquid|liquids|surface|surfaces|object|objects|months|season|region|regions|conditions|floor|house|laser|knife|sensation|sensations|cap|caps|spray|tile|metal',
      '_ and|or clammy|heat|hot|warm|wet|damp|pale|blue|numb|dry|windy|snowy|dark',
      'heat|hot|warm|wet|warmth|damp|dry|pain|touch and|or _',
      'feel|feels|feeling|felt|is|are|was|were|get|gets|getting|become|becomes|turn|turns|very|too|so|extreme|extremely|bitterly|unusually|sensitive|stay|keep|ice|stone|icy|wet|dry|intense|severe|being|freezing _',
      'to|by|from|of|with|against|in|into _',
      'to|by|from|of|with|against|in|into the|extreme|severe _',
      '_ to the touch',
    ],
    needs: [
      '[head] a|an|this|your|his|her|their|common|bad|head|chest|simple|ordinary|mild|each|any|every|another|recent|first|last|one _',
      'the _ virus|viruses|symptoms|goes|lasts|gets',
      '_s',
      '_ symptoms|symptom|virus|viruses|medicine|medicines|medication|medications|remedy|remedies|tablets|treatments',
      '_ and|or flu|influenza|cough|allergy|allergies|sinus',
      'flu|influenza|cough|coughs|allergy|allergies and|or _',
      '[head] catch|catching|caught|have|had|has|having|cure|prevent _',
      '[list]',
    ],
  },
  {
    terms: ['gas'],
    kind: 'symptom',
    not: [
      'blood|natural|tear|nerve|poison|poisonous|toxic|anesthetic|laughing|mustard|radon|oxygen|carbon|colorless|odorless|inert|noble|greenhouse|propane|chlorine|radioactive|ammonia|chemical|compressed|sterile|dioxide|monoxide|bottled|lpg|special|anaesthetic|arterial|exhaust|flammable|invisible|medical|digestive _',
      '_ exchange|exchanges|stove|stoves|station|stations|tank|tanks|cylinder|cylinders|heater|heaters|mask|masks|chromatography|permeable|leak|leaks|furnace|furnaces|appliance|appliances|test|tests|testing|analysis|pump|pumps|level|levels|gangrene|embolism|embolus|line|lines|heating|cooker|cookers|mileage|fireplace|fire|fires|fumes|burner|burners|grill|grills|company|pedal|bubble|sterilization|flow|called|named|phase',
      '_ and air',
      'a|the|radon|this _ that|called|used|is|has|which|in|from|was',
      'a|an|as _',
      'a|an colorless|odorless|radioactive|natural|poisonous|toxic _',
      '_s',
    ],
  },
  {
    terms: ['heat'],
    kind: 'remedy',
    not: [
      '_ stroke|strokes|exhaustion|rash|rashes|cramp|cramps|wave|waves|intolerance|sensitivity|related|illness|illnesses|index|loss|production|regulation|exposure|injury|injuries|source|sources|shock|sensitive|urticaria|edema|syncope|stress|fatigue|collapse|tolerance|energy|transfer|treated|stable|resistant|generated|produced|it|up|your|sensation|seal',
      'body|excessive|extreme|intense|summer|prickly|radiofrequency|sensitive|sensitivity|tolerance|intolerance|exposure|lose|losing|generate|generates|produce|produces|source|sources|day|intense|much|direct|open|in|from|by|to|of|with|feel|feels|against|desert|radiant|turn|turned|medium|low|high _',
      'in|from|by|to|of|with|beat|during|for|against|out the|extreme|intense|summer|high|excessive _',
      'hot|cold|light|humidity|pain and|or _',
      '_ and|or humidity|light|redness|sunlight|sun|swelling / and cold weather',
    ],
    needs: [
      'apply|applying|applied|use|using|used|try|trying|moist|local|gentle|warm|dry|put|putting|some|add|with|avoid|avoiding _',
      '_ is|are fine|safe|good|best|ok|helpful',
      'apply|applying|use|using|try|put|some the|some|mild|moist|gentle / a little _',
      '_ to|on|over the|your|a|any|an|sore|painful|stiff|tight',
      '_ therapy / treatment / treatments / pack / packs / pad / pads / wrap / wraps / patch / patches / helps / help / relaxes / eases / soothes / or ice / can / may / might / before',
      '_ and|or ice|cold|massage|rest|stretching',
      'ice|cold|massage|rest|exercise|stretching and|or _',
      '[list]',
      '[item]',
    ],
  },
  {
    terms: ['rest'],
    kind: 'remedy',
    not: [
      'the|its|their|your|his|her|whose _ of',
      'the _',
      '_ of the|your|his|her|their|my|our|that|this|us|them',
      '_ assured|home|homes|room|rooms|area|stop|stops|tremor|tremors',
      'to _ in peace',
      'at|arm|head|even|comes|come|lies|lie _',
      '_s in|on|against',
      'hand|hands|arm|leg|foot|head _ing',
      '_ heart|pulse|metabolic|membrane|tremor|tremors|state|potential|energy|phase|blood|position',
      'while|when|during|or|after _ing',
    ],
  },
  {
    terms: ['ice'],
    kind: 'remedy',
    not: [
      '_ cube|cubes|cream|creams|skating|skate|skates|hockey|water|age|storm|storms|cold|chip|chips|road|roads|fishing|climbing|rink|bucket|tea|maker|pick|lolly|lollies|pop|pops|sheet|crystals|drinks|drink|challenge|cap|caps',
      '_ and|or snow',
      'snow|sleet|rain and|or _',
      'black|dry|thin|patch|crushed|slip|slipped|slipping|fell|fall|icy _',
      'on|in|with|contaminated|made|drinks|slip|fell|fall|falls the|an _',
      'slip|slipping|fell|fall|falls|slipped|drive|walk|walking|skate|skating on|over _',
      'drinks|drink|juice with|or|and|containing _',
    ],
  },
  {
    terms: ['fiber'],
    kind: 'remedy',
    not: [
      'nerve|muscle|optic|optical|elastic|collagen|sensory|motor|skeletal|cardiac|purkinje|natural|synthetic|asbestos|glass|carbon|cotton|textile|spindle|muscular|connective|thin|long|tiny|clothing|myelinated|unmyelinated|small|large|c|fast|slow|twitch|zonular|lens|reticulin|actin|ragged|red|type|sympathetic|parasympathetic|heart|protein|tissue|mineral|man|fabric|stretchy|strong|tough|individual|sensitive|wood|cell _',
      '_ optic|optics|optical|type|cells|board|cement|disproportion|neuropathy|glass|bundle|bundles|tube|tract',
      '_s of|in|that|from|called|around|and|are|carry|inside|within|to|become|which',
      'the|these|those|of _s',
    ],
  },
  {
    terms: ['walking', 'walk', 'brisk walk'],
    kind: 'remedy',
    not: [
      `${impaired} .. _`,
      'pain|pains|painful|painless|cramp|cramps|cramping|ache|aching|limp|limping|abnormal|clumsy|unsteady|unsteadiness|toe|tiptoe|sleep|while|when|impaired|keep|late|slow|sleep|weakness|worse|bear|uncomfortable|hurts|hurt|during|cannot|can|could|may|might|will|who|they|he|she|children|child|baby|babies|toddlers|infants|people|patients|still|never|start|starts|started|begin|begins|began|way|pattern|style|space|dog _',
      "cannot|can't|couldn't|can|could|may|might|will|who|they|he|she|baby|babies|infants|people|patients|still|never|not|begin|begins|began|start|started|how|way|once|until .. to|not|they|you|he|she|be|child _",
      'able|unable|hard|difficult|ability|inability|begin|begins|began|learn|learning|learns|painful|hurts|impossible|difficulty|not|slow|fail|fails to _',
      '_ pneumonia|difficulty|difficulties|problem|problems|disability|disturbance|disturbances|speed|test|tests|distance|ability|aid|aids|stick|sticks|frame|frames|boot|boots|cast|abnormality|abnormalities|pattern|gait|upright|again|alone|independently|unaided|barefoot|into|through|becomes|away|in|blood|dead|long|far|normally|unassisted|without|poles|surface|difficult|out',
      '_ is|was|becomes|be|gets painful|difficult|hard|impaired|impossible|affected|slow|unsteady|abnormal / may|can be|become painful|difficult|hard|impaired|affected',
      '_ and|or talking|balance|speaking|climbing|swallowing|bathing|dressing|eating|standing|sitting|talk|speech|coordination|falling|crawling|crawl|turning|moving|stand|sit|climb',
      'hearing|talking|standing|sitting|speaking|eating|crawling|bathing|dressing|swallowing|sit|stand|talk|crawl|climbing|balance|balancing|coordination|seeing|speech|movement|jumping|kneeling|squatting|legs|arms and|or _',
      'sitting|standing|talking|speaking|eating|sit|stand|talk|crawl|crawling|bathing|balance|seeing|coordination|speech _',
      'after|by|on|with|from|of|in prolonged|long|excessive / too much / after a lot of _',
      'with|from|of|before|without|support|affect|affects|affecting|stiff|stiffness|seen|notice|noticeable .. while|when|after|before|in|on|with _',
      'with|of|in|after|on|before|problems _',
      'sleep|moon|space|jay _',
      '_ with|on a|an|the|their|his|her|your limp|cane|walker|crutches|stick|toes|tiptoes|heels|aid|help|ice|frame|support|surface|surfaces',
    ],
  },
  {
    terms: ['walk'],
    kind: 'remedy',
    needs: [
      'a|daily|brisk|long|short|evening|minute|your|regular|the|morning|little|gentle|nightly _',
      'try / trying / aim / remember / need / want / get up to / and _',
      '_ for / every / daily / briskly / each / more / regularly / around / often / at least / as much / or swim / or cycle / or bike / a little / at a',
      '[list]',
      '[item]',
      'and|or|, _ around|about|every|for|daily',
    ],
  },
  {
    terms: ['exercise', 'physical activity', 'aerobic exercise'],
    kind: 'remedy',
    not: [
      '_ test / tests / testing / induced / stress / intolerance / tolerance / caution / electrocardiogram / ecg / ekg / capacity / physiologist / physiologists / echocardiogram / equipment / bike / your right / related / program for',
      'during|after|following|by|with|unaccustomed|from|on|before _',
      'during|after|following|by|with|from|on heavy|strenuous|intense|vigorous|hard|any|physical|mild|moderate _',
    ],
  },
  {
    terms: ['stretching', 'stretch'],
    kind: 'remedy',
    not: [
      '_ mark / marks / out of / receptor / receptors / reflex / of / injury',
      'home|long|full|a|whole|this _ of',
      'over / excessive / the skin _',
    ],
  },
  {
    terms: ['massage', 'massage therapy'],
    kind: 'remedy',
    not: [
      'heart|cardiac|carotid|prostate|fundal|uterine|chest _',
      '_ chair|chairs|oil|oils|parlor|gun|therapist|therapists',
    ],
  },
  {
    terms: ['swimming', 'swim'],
    kind: 'remedy',
    not: ['_ pool|pools|ear|goggles|lessons|water', 'after|when|while|before|during|from _'],
  },
  {
    terms: ['counseling'],
    kind: 'remedy',
    not: ['genetic|preconception|legal|career|prenatal|reproductive|debt _'],
  },
  { terms: ['relaxation'], kind: 'remedy', not: ['_ of', 'muscle|smooth|diastolic|sphincter _ and|of'] },
  {
    terms: ['oxygen'],
    kind: 'remedy',
    not: [
      '_ level / levels / supply / saturation / rich / poor / carrying / deprivation / free / atom / atoms / exchange / demand / consumption / uptake / to the / from the / in the / in your / is / sensor / radicals / molecules / into',
      'blood|carry|carries|carrying|of|low|enough|much|less|more|without|deprived|in|little|takes|take|transports|deliver|delivers|delivering|the|no|bind|binds|get|gets _',
      '_ and carbon|nutrients|food|other',
      'nutrients|dioxide|food|blood and|or _',
      'compressed|liquid _ gas|container|containers|cylinder|cylinders',
    ],
    needs: [
      'supplemental|extra|home|portable|given|give|gives|receive|receives|need|needs|using|use|prescribe|prescribes|prescribed|have|breathing|breathe|inhaled|breathed|with|on _',
      '_ therapy / treatment / mask / masks / concentrator / through / at / at home / machine / by / via / equipment / for / while / overnight',
      '[list]',
      '[item]',
    ],
  },
  {
    terms: ['water'],
    kind: 'remedy',
    not: [
      '_ pill / pills / retention / supply / supplies / heater / heaters / bottle / bottles / temperature / softener / resistant / proof / birth / break / breaks / breaking / based / sports / slide / soluble / loss / level / park / damage / source / sources / aerobics / activities / intoxication / filled / weight / vapor / blisters / on / in the / for washing / exercise / exercises / pollution / bath / gargle / allergy',
      '_s',
      'tap / bath / warm / hot / cold / lukewarm / cool / boiling / boiled / sea / salt / salty / soapy / running / contaminated / dirty / river / lake / pool / well / toilet / flood / body / fresh / standing / unsafe / untreated / holding / retain / retaining / under / in / into / amniotic / sugar / soap and / lose / losing / your _',
      'soap|salt|sugar|vinegar and _',
    ],
    needs: [
      'drink|drinking|drinks|drank|sip|sips|sipping|glass|glasses|cup|cups|liters|bottle|more|plenty|enough|extra|lots|offer|take|plain|have|some|mostly|give|any|avoid|limit _',
      'keep _ down|in',
      'glass|glasses|cup|cups|sips|plenty|liters|bottle|lots|amounts|drinks|mouthful of _',
      'drink|drinking|drinks|sip|sips|offer|have|take .. _',
      '[list]',
      '[item]',
    ],
  },
  {
    terms: ['fluids', 'fluid', 'liquids'],
    kind: 'remedy',
    not: [
      'body|bodily|amniotic|cerebrospinal|spinal|synovial|joint|seminal|vaginal|pleural|tissue|excess|watery|brain|lymph|ear|retain|retaining|lose|losing|seminal|drain|drains|draining|remove|removes|thick|thin|bloody|infected|leak|leaks|leaking|hold|holds|trap|swallowed _',
      '_ in|buildup|build|around|from|filled|retention|sac|collects|leaks|leaking|balance|overload|loss|accumulation|that|sample|restriction|collection|drains|level|levels|pressure|inside|under|through|to',
      'buildup|build|collection|amount|loss|filled|full|leakage|sample|lack|drain|sacs|sac|pocket of|with|up / too much _',
      'blood|salt|mucus|pus and|or _',
    ],
    needs: [
      'drink|drinking|drinks|plenty|enough|more|extra|clear|oral|sip|lots|give|giving|take|taking|offer|warm|cool|intravenous|iv|replace|of|small|get|any|limit|restrict|avoid|have _',
      'keep _ down|in',
      'drink|drinking|sip|offer .. _',
      '[list]',
      '[item]',
    ],
  },
  {
    terms: ['iron', 'calcium'],
    kind: 'remedy',
    not: [
      '_ deficiency|deficient|overload|level|levels|stores|store|rich|lung|poisoning|is|ore|test|metabolism|absorption|channel|deposit|deposits|oxalate|stone|stones|score|scan|balance|from|buildup|accumulation|sulfate|carbonate|needed|content|build',
      'low|cast|serum|excess|much|stored|absorb|absorbs|enough|contain|contains|less|body|blood|lose|your|store|stores|the|high|little|keeps|use|without|for _',
      'clothes|while|when _ing',
      '_ing',
    ],
    needs: [
      'take|takes|taking|prescribe|prescribes|prescribed|extra|recommend|recommended|oral|supplemental|give|given|with|need|add|more|avoid _',
      'lack of _',
      '[list]',
      '[item]',
    ],
  },
  {
    terms: ['insulin'],
    kind: 'remedy',
    not: [
      '_ resistance / resistant / secretion / production / sensitivity / level / levels / dependent / like / receptor / receptors / gene / is / deficiency / that / to move / shock',
      'produce|produces|producing|make|makes|making|hormone|enough|release|releases|called|own|body|less|amount|much|respond|responds|secrete|secretes|to|of|little|no _',
    ],
    needs: [
      'take|takes|taking|inject|injects|injecting|inject|use|uses|using|with|need|needs|needing|dose|doses|give|prescribe|prescribed|extra|acting|your|start|starting|on|store|mealtime|on _',
      'dose|doses|dosage|shots|injections of _',
      '_ injection|injections|shot|shots|pump|pumps|pen|pens|therapy|treatment|dose|doses|before|after|every',
      '[list]',
      '[item]',
    ],
  },
  {
    terms: ['steroid', 'steroids', 'corticosteroid'],
    kind: 'remedy',
    not: ['anabolic|sex|plant|illegal|performance _', '_ hormone|hormones'],
  },
  { terms: ['honey'], kind: 'remedy', not: ['_ colored|bee|bees|like|comb|brown|bear'] },
  {
    terms: ['cream'],
    kind: 'remedy',
    not: [
      'ice|whipped|sour|heavy|shaving|double|single|clotted|with|custard|fresh|coconut|salad _',
      '_ cheese|soup|soups|sauce|sauces|colored|of|cake|cakes',
    ],
  },
  {
    terms: ['patch'],
    kind: 'remedy',
    not: [
      '_ test / tests / testing / of / of skin',
      'eye|red|white|scaly|bald|dark|light|rough|raised|flat|itchy|discolored|thick|thickened|dry|shiny|pink|brown|silvery|velvety|rash|mongolian|peyer|sore|small|large|colored|bare|eczema|vitiligo|cradle|psoriasis|inflamed|crusty _',
      '_s of|on|appear|that|in|may',
      'in|as _s',
    ],
  },
  {
    terms: ['dressing'],
    kind: 'remedy',
    not: [
      'salad|salads|cross|getting|bathing|washing|eating|undressing|grooming|trouble|difficulty|help|feeding|toileting|with|when|while|yourself _',
      'bathing|washing|eating|grooming|walking|feeding and|or _',
      '_ gown / room / and bathing / and eating / yourself / table / up / warmly / in',
      '_ and|or bathing|washing|eating|undressing|grooming',
    ],
  },
  {
    terms: ['brace'],
    kind: 'remedy',
    not: [
      '_ yourself / for / against / for impact',
      'dental|teeth|tooth|orthodontic|wear _s on',
      'dental|teeth|orthodontic|get|fixed _',
    ],
  },
  { terms: ['splint'], kind: 'remedy', not: ['shin _'] },
  { terms: ['cane', 'walker', 'crutches'], kind: 'remedy', not: ['sugar|candy|baby|dog|sleep _', '_ sugar|toad'] },
  { terms: ['inhaler', 'puffer'], kind: 'remedy', not: ['_ fish'] },
  { terms: ['pt'], kind: 'remedy', not: ['_ inr / test / time / and inr / and ptt', 'your|prolonged _ is|was'] },
  {
    terms: ['aspirin', 'nsaid', 'ibuprofen'],
    kind: 'remedy',
    not: ['_ sensitive|induced|exacerbated|triad|intolerant|like|allergy'],
  },
  { terms: ['lotion', 'moisturizer'], kind: 'remedy', not: ['tanning|suntan|aftershave _'] },
  {
    terms: ['fever'],
    kind: 'symptom',
    not: [
      'hay|q|yellow|scarlet|rheumatic|dengue|typhoid|paratyphoid|spotted|valley|lassa|glandular|relapsing|hemorrhagic|mediterranean|swine|trench|ebola|undulant|puerperal|childbed|cabin|sandfly|pontiac|oropouche|marburg|scratch|haverhill|parrot|rabbit|fly|tick|malta|blackwater|breakbone|jungle|fume|uveoparotid|periodic|enteric|crimean|nile|katayama|hebra|breakbone|african|rose|goat|familial|joaquin|bite|congo|rift|mountain|gold|football|election|buck|spring _',
      '_ blister|blisters|tree|chart|pitch|sore|sores|dream',
    ],
  },
  {
    terms: ['confused'],
    kind: 'symptom',
    not: [
      '_ with|as',
      '_ by / about the|what|which|all',
      'be|being|easily|often|sometimes|is|are|not|commonly|frequently _ with|for',
    ],
  },
  {
    terms: ['confusion'],
    kind: 'symptom',
    not: [
      '_ about|over|between|with|regarding|among|of',
      'avoid|common|prevent|create|creates _ about|between|over|with',
    ],
  },
  { terms: ['irritable'], kind: 'symptom', not: ['_ bowel|colon|bladder|airways|stomach'] },
  { terms: ['anorexia'], kind: 'symptom', not: ['_ nervosa / nervosas / and bulimia'] },
  {
    terms: ['erythema', 'urticaria', 'purpura'],
    kind: 'symptom',
    not: [
      '_ nodosum|multiforme|migrans|infectiosum|toxicum|marginatum|annulare|elevatum|gyratum|chronicum|ab|dyschromicum|induratum|pigmentosa|fulminans',
      'cold|solar|aquagenic|cholinergic|pressure|heat _',
    ],
  },
  {
    terms: ['depression', 'depressed'],
    kind: 'symptom',
    not: [
      'respiratory|marrow|economic|great|myocardial|st|cns|immune|breathing|inbreeding|breath _',
      '_ in the / fracture / skull / immune / fractures / bone / scar / scars / area / areas / of the / of breathing',
      'a|the _ in',
    ],
  },
  { terms: ['anxiety', 'anxious'], kind: 'symptom', not: ['_ to|for'] },
  { terms: ['nervous'], kind: 'symptom', not: ['_ system|systems|tissue|breakdown|tic|stomach'] },
  {
    terms: ['numb'],
    kind: 'symptom',
    not: [
      'to|will|can|may|medicine|medication|shot|injection|that|they|and|or|might|is|used|used to _ the|your|an|a|it|this|that|pain|skin|any|part',
      '_ the|your|an|this|it|any',
      'to|will|temporarily _',
      'be|is|are|was|were _ed',
      '_ing',
    ],
  },
  {
    terms: ['stiff'],
    kind: 'symptom',
    not: [
      '_ competition|drink|sole|soles|soled|upper|brush|bristles|bristle|person|man|skin|collar|card|cardboard|board|paper|material|plastic|boot|shoe|shoes|bristled',
    ],
  },
  {
    terms: ['shaking'],
    kind: 'symptom',
    not: [
      '_ of the|your|his|her',
      '_ hands|the|your|a|it|out|bottle|his|her|up|well',
      'by|before|after|avoid|when _ it|the|hands',
      'by|and _ a|an|the',
      'by _',
    ],
  },
  { terms: ['trembling', 'tremor'], kind: 'symptom', not: ['earth _'] },
  {
    terms: ['burning'],
    kind: 'symptom',
    not: [
      '_ more|extra|off|some calories|fat|energy',
      '_ you|me|him|them',
      '_ calories / fat / fuel / fuels / wood / coal / oil / leaves / trash / building / house / candle / candles / incense / mouth / man / the / your / yourself / tobacco / their / his / her / off / energy / gas / it / charcoal / material / materials / and freezing',
      'fat / calorie / calories / wood / coal / slow / clean / avoid / prevent / oil / risk of / kerosene / from / without / by / for / against _',
    ],
  },
  { terms: ['bleeding'], kind: 'symptom', not: ['_ time|times|heart|edge|gene'] },
  {
    terms: ['fatigue', 'exhaustion'],
    kind: 'symptom',
    not: ['heat|metal|compassion|decision|voter|donor _', '_ fracture|fractures'],
  },
  {
    terms: ['pain', 'ache'],
    kind: 'symptom',
    not: [
      '_ clinic / clinics / specialist / specialists / management / scale / scales / threshold / receptor / receptors / center / centers / fibers / signal / signals / pathway / pathways / and suffering',
      'growing|regional|panes _s',
    ],
  },
  { terms: ['soreness', 'sore'], kind: 'symptom', not: ['cold|canker|pressure|open|bed _'] },
  {
    terms: ['cough', 'coughing'],
    kind: 'symptom',
    not: ['_ into / etiquette / drop / drops / or sneeze / into your / assist', 'whooping|kennel|smoker _'],
  },
  { terms: ['sneezing', 'sneeze'], kind: 'symptom', not: ['_ into|on'] },
  { terms: ['blister'], kind: 'symptom', not: ['_ pack|packs|packaging|beetle|packed|card', 'fever _'] },
  { terms: ['lump', 'nodule'], kind: 'symptom', not: ['_ sum / sums / together / of sugar'] },
  {
    terms: ['rash'],
    kind: 'symptom',
    not: [
      '_ decision|decisions|judgment|judgement|behavior|promise|guard',
      'a|be|too|make _ decision',
      'heat|prickly|diaper|nappy _',
    ],
  },
  { terms: ['hives'], kind: 'symptom', not: ['bee _'] },
  { terms: ['blindness', 'deafness'], kind: 'symptom', not: ['color|river|snow|word|face|change _'] },
  {
    terms: ['weight loss', 'weight gain'],
    kind: 'symptom',
    not: [
      '_ surgery|program|programs|diet|diets|drug|drugs|medication|medications|pill|pills|plan|plans|goal|goals|medicine|medicines|product|products|clinic|supplement|supplements',
    ],
  },
  { terms: ['seizure', 'convulsion'], kind: 'symptom', not: ['drug|property|asset _s'] },
  {
    terms: ['fit'],
    kind: 'symptom',
    not: [
      'to|that|physically|keep|keeps|keeping|get|getting|stay|staying|good|poor|proper|snug|close|well|must|should|not|tight|loose|be|best|perfect|your|dentures|shoes|clothes|clothing|shoe|which|of|coughing|sneezing|and|or|is|are|if _',
      '_ in|into|together|well|better|properly|snugly|tightly|for|the|your|and|comfortably|of|over|on|inside|all|perfectly',
      'coughing|sneezing|crying|laughing|temper|rage _s',
      '_s of|you|your|the|well|in|into|properly|together|snugly|all',
    ],
    needs: ['a|an|epileptic|febrile|first|another|have|had|having|has|of|the|any|more _', '_s', '[list]', '[item]'],
  },
  {
    terms: ['discharge'],
    kind: 'symptom',
    not: [
      'hospital|electrical|static|after|before|upon|at|on|until|since|your|early|planned|same _',
      '_ from hospital / the hospital / hospital / care / home',
      '_ from the hospital',
      '_ planning|instructions|summary|papers|date|letter|home|medicines|plan|nurse|day',
      'after|before|since|for|at|of your|his|her|their|hospital _',
      'be|been|is|are|was|were _d',
    ],
  },
  {
    terms: ['pressure'],
    kind: 'symptom',
    not: [
      'blood|air|peer|intraocular|eye|intracranial|water|barometric|atmospheric|airway|pulse|systolic|diastolic|arterial|venous|pulmonary|high|low|firm|gentle|direct|apply|applying|positive|put|puts|putting|under|steady|light|portal|fluid|cabin|raised|social|time|reduce|relieve|relieves|cuff|work|much|more|less|increased|oncotic|negative|constant|osmotic|with|extra|normal|hydrostatic|reduces _',
      '_ ulcer|ulcers|sore|sores|cooker|point|points|washer|gradient|wound|wounds|stocking|stockings|garment|garments|bandage|bandages|reading|readings|cuff|injury|injuries|groups|monitor|relief|valve|area|areas|pad|changes',
    ],
  },
  {
    terms: ['stress', 'stressed'],
    kind: 'symptom',
    not: [
      '_ incontinence|fracture|fractures|test|tests|testing|echocardiogram|hormone|hormones|ulcer|ulcers|reaction|the|that|how|management|urinary|ball|echo|importance|on|relief',
      'oxidative|mechanical|heat|wind|shear|environmental|metabolic|experts|doctors|to|guidelines|they|we|cold|exercise|post|traumatic|put|puts|we|will|must|cannot _',
      'doctors|experts|researchers|nurses|teams|leaflets _',
    ],
  },
  {
    terms: ['blackout'],
    kind: 'symptom',
    not: ['_ curtain|curtains|blind|blinds', 'power|during|electricity|news|rolling _'],
  },
  {
    terms: ['sweating', 'perspiration', 'sweat'],
    kind: 'symptom',
    not: ['_ gland|glands|duct|ducts|test|tests|chloride|pants|shirt'],
  },
  { terms: ['thirst', 'thirsty'], kind: 'symptom', not: ['_ for|knowledge'] },
  {
    terms: ['low energy', 'lack of energy'],
    kind: 'symptom',
    not: ['_ fall|diet|foods|food|drinks|density|x|radiation|laser|bulb|injury|impact|trauma'],
  },
  {
    terms: ['high temperature', 'raised temperature'],
    kind: 'symptom',
    not: ['at|in|on|to|wash|washed a|very|the _', '_ wash|washes|cooking|sterilization|setting', 'at _s', 'to|at _'],
  },
  {
    terms: ['dry skin', 'flaky skin'],
    kind: 'symptom',
    not: ['on|onto|to|apply clean|and _', 'to|onto|over|on _', 'clean _'],
  },
  { terms: ['feeling sick', 'sick'], kind: 'symptom', not: ['_ leave|day|days|of|note|pay|child|people|person|room'] },
  {
    terms: ['losing weight', 'lose weight'],
    kind: 'symptom',
    not: ['consider|try|trying|help|helps|by|recommend|about|to _', '_ can|helps|help|if|by|is|will|lowers|often|even'],
  },
]
