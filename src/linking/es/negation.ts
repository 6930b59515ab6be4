import type { NegationWords } from '../language'
import { lines, words } from '../wordLists'

/** Spanish, after the translations of NegEx's triggers (Cotik et al. 2016), with the imperatives of patient instructions. */
export const negation: NegationWords = {
  determiners: words('sin ningun ninguna ningunos ningunas'),
  verbal: words('no nunca jamas tampoco'),
  neither: [],
  nor: ['ni'],
  phrases: lines(`
    ausencia de
    ausencia total de
    falta de
    libre de
    libres de
    carece de
    carecen de
    niega
    niegan
    descarta
    en lugar de tener
    pocos o ningun
    pocas o ninguna
    poco o ningun
    poca o ninguna
    pocos signos de
    pocas señales de
  `),
  remedyPhrases: lines(`
    evite
    evita
    evitar
    eviten
    evitando
    evitarse
    abstengase de
    deje de tomar
    deje de usar
    dejar de tomar
    dejar de usar
    suspenda
    suspender
    prohibido
    prohibida
    esta prohibido
    contraindicado
    alejese de
  `),
  pseudo: lines(`
    con o _
    _ solo
    _ solamente
    _ unicamente
    _ todo
    _ todos
    _ todas
    _ toda
    _ siempre
    _ basta
    _ necesariamente
    _ es necesario
    _ obstante
    _ mas de
    _ menos de
    _ cura
    _ cuidado
    _ duda
    _ tratamiento
    _ tratar
    _ mas
    _ embargo
    _ importa
    _ receta
    _ ayuda
    _ saber
    _ consultar
    _ hablar
    _ suficiente
    _ suficientes
    _ es raro
    _ deje
    _ dejar
    _ se sabe
    _ hace falta
    _ desaparece
    _ mejora
    _ es lo mismo
    por que _
    si _ fuera
    a _ ser
  `),
  adverbs: words(
    'se le les lo la los las me te nos suele suelen debe deben debera deberia deberian deberan puede pueden podra hay que ha han usualmente generalmente normalmente habitualmente por lo general tambien ya aun todavia casi realmente directamente suelen',
  ),
  verbs: words(`
    causa causan causar cause causen tiene tienen tener tenga tengan tuvo tenia siente sienten sentir sienta nota notan noto presenta presentan presentar
    presente presenten produce producen producir produzca provoca provocan provocar provoque padece padecen sufre sufren sufrir sufra
    hay haya hubo habia haber incluye incluyen muestra muestran aparece aparecen experimenta experimentan desarrolla desarrollan
    da dan dar de den es son era fue sea sean ser esta estan estar este esten estuvo parece parecen
    use usen usar usa utilice utilizar utilicen tome tomen tomar toma consuma consumir consumen aplique aplicar apliquen aplica
    aplicarse apliquese ponga poner pongan ponerse administre administrar recibir reciben reciba reciban beba beber coma comer
    haga hacer hagan realice realizar recomienda recomiendan recomendar frote coloque colocar emplee emplear mezcle combine empiece inicie
    suministre ofrezca compre lleve llevar recete tuviera
  `),
  protective: words(
    'ignore ignorar deje dejar suspenda suspender interrumpa interrumpir olvide olvidar cura curan curar alivia alivian aliviar quita quitan mejora mejoran mejorar desaparece desaparecen trata tratan tratar previene evita evitan impide reduce reducen dude espere esperar demore retrase sabe significa quiere cambie cambia salte omita cesa cede ceden cesan funciona funcionan sirve sirven pasa descarta descartan basta calma baja bajan abandone necesita necesitan necesitar combate',
  ),
  transparent: words(
    'signo signos señal señales sintoma sintomas evidencia sensacion sensaciones problema problemas episodio episodios tipo forma antecedentes indicios rastro molestias cantidad clase presencia aparente aparentes pastillas tabletas dosis',
  ),
  places: words('de del en a al sobre alrededor bajo entre durante tras dentro'),
  prepositions: words('para por con desde contra hacia segun hasta sin como excepto salvo'),
  or: words('o u ni'),
  and: words('y e'),
  enders: words(
    'pero aunque embargo excepto porque cuando mientras si que quien quienes cual cuyo donde sino entonces hasta salvo pues luego cuyos ademas',
  ),
  clauses: words(
    'usted ella ellos ellas nosotros esto eso es son esta estan fue era puede pueden debe deben podria podrian suele suelen tiene tienen hay llame consulte acuda busque causa causan produce producen favorece favorecen provoca provocan aumenta aumentan empeora empeoran hable tome use beba',
  ),
  until: ['hasta'],
  objects: words('le les lo la los las'),
  articles: words(
    'un una unos unas el la los las su sus ningun ninguna algun alguna otro otra otros otras este esta mucho mucha demasiado',
  ),
  after: lines(`
    _ no es|son|esta|estan|estaba|fue recomendable|recomendables|aconsejable|adecuado|adecuada|adecuados|comun|frecuente|habitual|habituales|comunes|frecuentes|seguro|segura|indicado|indicada|indicados|presente|presentes|recomendado|recomendada|recomendados
    _ no se recomienda|recomiendan|aconseja|aconsejan|debe|deben|usa|usan|aplica|observa|presenta|produce|administra
    _ no debe|deben|deberia|deberian|puede usarse|tomarse|aplicarse|darse|utilizarse|administrarse|usar|tomar|darse|consumirse|ponerse|emplearse
    _ no aparece|aparecen|ocurre|ocurren|existe|existen
    _ esta|estan contraindicado|contraindicada|contraindicados|contraindicadas|ausente|ausentes|prohibido|prohibidos
    _ debe|deben evitarse
  `),
}
