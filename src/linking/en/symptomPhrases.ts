import type { SymptomPhraseWords } from '../findSymptomPhrases'
import { words } from '../wordLists'

export const symptomPhrases: SymptomPhraseWords = {
  signs: words(
    `pain ache soreness tenderness swelling numbness tingling itching itchiness rash redness bleeding weakness stiffness cramp
    cramping spasm tightness heaviness dizziness vertigo fainting nausea vomiting diarrhea constipation bloating fever chill
    cough wheezing breathlessness hoarseness fatigue tiredness palpitation tremor twitching blister bruising dryness cracking
    burning irritation sneezing snoring shivering drooling limping heartburn indigestion incontinence insomnia confusion
    forgetfulness drowsiness restlessness clumsiness congestion phlegm`,
  ),
  fixed: /ing$/,
  weakSigns: words('pressure discharge lump swollen lump burn sensation spot sore throbbing peeling'),
  qualities: words(
    `burning stabbing throbbing sharp dull severe sudden constant dry swollen stiff blurred blurry double watery itchy runny stuffy sore
    red puffy cracked bleeding cold pale numb tender weak painful aching tired yellow dark bloody cloudy clogged blocked ringing
    persistent chronic night`,
  ),
  bodyParts: words(
    `head face forehead scalp hair eye eyelid vision ear nose mouth lip tongue tooth teeth gum jaw throat neck voice shoulder arm
    elbow wrist hand finger thumb nail chest breast rib lung heart back spine side stomach belly abdomen groin hip bottom buttock
    leg thigh knee calf shin ankle foot feet heel toe skin muscle joint bone bladder urine stool vagina penis testicle limb body
    sweat pelvis tummy`,
  ),
  troubles: words('trouble difficulty problem shortness loss lack'),
  troubledBy: words(
    `swallowing breathing sleeping speaking walking seeing hearing chewing urinating concentrating remembering talking standing
    moving balancing breath appetite balance smell taste sleep hearing memory weight energy feeling coordination consciousness hair
    interest peeing passing`,
  ),
  links: words('in of on around behind under with when while during after'),
  determiners: words('the a an your my his her their our one both this any left right upper lower'),
  qualityFirst: true,
  ending: /(?:ache|algia|dynia|rrhea|phagia|uria|esthesia)s?$/,
}
