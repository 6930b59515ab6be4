import { describe, expect, it } from 'vitest'
import { findClaims } from './findClaims'

const told = (text: string, locale: string) =>
  findClaims(text, locale).map(({ kind, start, end }) => [kind, text.slice(start, end)])

describe('findClaims in English', () => {
  it.each([
    ['A study found that rest helps.', 'study', 'study found'],
    ['Research shows that walking helps.', 'study', 'Research shows'],
    ['In a recent study, more people slept well.', 'study', 'In a recent study'],
    ['Several large trials have shown a benefit.', 'study', 'trials have shown'],
    ['According to a new survey, many adults sleep badly.', 'study', 'According to a new survey'],
    ['Scientists have found a link.', 'study', 'Scientists have found'],
    ['Evidence suggests that heat eases pain.', 'study', 'Evidence suggests'],
    ['This cream is clinically proven.', 'study', 'clinically proven'],
    ['About 40 % of adults have it.', 'figure', '40 % of adults'],
    ['Some 12.5 percent of women have it.', 'figure', '12.5 percent of women'],
    ['Between 10 to 15% of people have it.', 'figure', '10 to 15% of people'],
    ['It affects 1 in 10 people.', 'figure', '1 in 10 people'],
    ['One in five older adults falls each year.', 'figure', 'One in five older adults'],
    ['It helps 9 out of 10 patients.', 'figure', '9 out of 10 patients'],
    ['Nearly half of all adults have it.', 'figure', 'Nearly half of all adults'],
    ['Two thirds of women get better.', 'figure', 'Two thirds of women'],
    ['Millions of people live with it.', 'figure', 'Millions of people'],
    ['Each year 25,000 people have it.', 'figure', '25,000 people'],
    ['Smokers are twice as likely to have it.', 'figure', 'twice as likely'],
    ['It lowers the risk of a fall by 30%.', 'figure', 'risk of a fall by 30%'],
    ['Walkers have 20% lower blood pressure.', 'figure', '20% lower'],
  ])('finds the claim in “%s”', (text, kind, words) => {
    expect(told(text, 'en')).toEqual([[kind, words]])
  })

  it.each([
    'Take 400 mg 2 to 3 times a day.',
    'Use a cream with 1 % hydrocortisone.',
    'Clean it with 70% alcohol.',
    'Call 1-800-555-0100 or 911.',
    'Come back in 10 to 14 days.',
    'It opens at 8:30 on 12 May 2026.',
    'Walk for 30 minutes, 5 days in 7.',
    'Rate your pain from 0 to 10, where 7 out of 10 is bad.',
    'Two people should lift the bed.',
    'Fill 50% of your plate with vegetables.',
    'Take half of the tablet in the morning.',
    'Your doctor may ask for a sleep study.',
    'A sleep study shows how you breathe at night.',
    'Show the results to your doctor.',
    'Some people find that rest helps.',
    'It is one in the morning.',
    'Wash your hands for 20 seconds.',
    'Raise your leg 15 cm and count to 10.',
    'Read the study guide before the class.',
    'You may be asked to join a study.',
    'Your temperature is above 38.5 °C (101.3 °F).',
  ])('finds none in “%s”', (text) => {
    expect(told(text, 'en')).toEqual([])
  })

  it('gives offsets in the whole text, and one of each kind a sentence', () => {
    const text = 'Rest.\nA study found that 40% of adults and 50% of children rest. Research shows more.'
    expect(told(text, 'en')).toEqual([
      ['study', 'study found'],
      ['figure', '40% of adults'],
      ['study', 'Research shows'],
    ])
  })
})

describe('findClaims in Spanish', () => {
  it.each([
    ['Un estudio encontró que el descanso ayuda.', 'study', 'estudio encontró'],
    ['Los estudios muestran que caminar ayuda.', 'study', 'estudios muestran'],
    ['Varias investigaciones han demostrado un beneficio.', 'study', 'investigaciones han demostrado'],
    ['Según un estudio reciente, muchos duermen mal.', 'study', 'Según un estudio'],
    ['En un estudio, más personas durmieron bien.', 'study', 'En un estudio'],
    ['Los científicos descubrieron la causa.', 'study', 'científicos descubrieron'],
    ['Está clínicamente comprobado.', 'study', 'clínicamente comprobado'],
    ['El 40 % de las personas lo tiene.', 'figure', '40 % de las personas'],
    ['Cerca del 12,5 por ciento de los adultos lo tiene.', 'figure', '12,5 por ciento de los adultos'],
    ['Le pasa a 1 de cada 10 personas.', 'figure', '1 de cada 10 personas'],
    ['Una de cada cinco mujeres lo tiene.', 'figure', 'Una de cada cinco mujeres'],
    ['La mitad de los adultos lo tiene.', 'figure', 'La mitad de los adultos'],
    ['Dos tercios de las mujeres mejoran.', 'figure', 'Dos tercios de las mujeres'],
    ['Millones de personas viven con esto.', 'figure', 'Millones de personas'],
    ['Fumar hace dos veces más probable una caída.', 'figure', 'dos veces más probable'],
  ])('finds the claim in “%s”', (text, kind, words) => {
    expect(told(text, 'es')).toEqual([[kind, words]])
  })

  it.each([
    'Tome 400 mg de 2 a 3 veces al día.',
    'Use una crema con hidrocortisona al 1 %.',
    'Llame al 911 o al 55 1234 5678.',
    'Vuelva en 10 a 14 días.',
    'Abre a las 8:30 el 12 de mayo de 2026.',
    'Califique su dolor de 0 a 10.',
    'Dos personas deben levantar la cama.',
    'Llene el 50 % del plato con verduras.',
    'Tome la mitad de la pastilla.',
    'Su médico puede pedir un estudio del sueño.',
    'Algunas personas encuentran que el descanso ayuda.',
    'Muestre los resultados a su médico.',
    'Lávese las manos durante 20 segundos.',
  ])('finds none in “%s”', (text) => {
    expect(told(text, 'es')).toEqual([])
  })
})
