/** Een verzonnen omvang zoals een consulent haar opbouwt: regels uit de norm, soms een aftrek of een afwijking, en waarom. */
import type { Catalogus } from '#core/catalogus/vorm.ts'
import type { Normregel } from '#core/indicatie/normregels.ts'

/** Welk deel een aftrek heeft voor wat het netwerk doet, en welk deel afwijkt van de norm. */
const MET_AFTREK = 0.25
const MET_AFWIJKING = 0.15

/** Alles is verzonnen, en dat staat er ook. */
const onderbouwingen = [
  { capaciteiten: 'Kan zelf plannen als iemand meekijkt.', situatie: 'Woont alleen; de dagen lopen in elkaar over.' },
  { capaciteiten: 'Doet het huishouden zelf, de post niet.', situatie: 'Er kwamen dit jaar twee aanmaningen.' },
  { capaciteiten: 'Leert nieuwe dingen door ze samen te doen.', situatie: 'Woont met een partner die overdag werkt.' },
  { capaciteiten: 'Vraagt om hulp als het te veel wordt.', situatie: 'De mantelzorger is een paar dagen per week weg.' },
].map(({ capaciteiten, situatie }) => ({ capaciteiten: `Verzonnen. ${capaciteiten}`, situatie: `Verzonnen. ${situatie}` }))

export function verzinOmvang(catalogus: Catalogus, product: string, toeval: () => number): Record<string, unknown> {
  const { eenheid, resultaten = [] } = catalogus.producten[product] ?? {}
  if (eenheid === 'dagdeel') return { dagdelen: 2 + Math.floor(toeval() * 5), resultaten: resultaten.slice(0, 1).map((r) => r.code) }
  // Mediaan 2,2 uur per week, een op de tien zes uur of meer, in kwartieren.
  const uren = Math.min(16, Math.max(0.5, 2.2 * Math.exp(0.78 * normaal(toeval))))
  const minuten = Math.max(30, Math.round((uren * 60) / 15) * 15)
  const onderbouwing = onderbouwingen[Math.floor(toeval() * onderbouwingen.length)]
  return { regels: [...normregels(minuten), ...bijstelling(minuten, toeval)], onderbouwing }
}

const perWeek = { aantal: 1, per: 'week' } as const
/** Waar de tijd voor is: een catalogus kan vragen dat elke regel dat noemt. */
const resultaten = {
  'Samen de week doornemen': 'Overzicht over de week',
  'Oefenen met de dagelijkse dingen': 'Zelf de dagelijkse dingen doen',
  'Post en geld bijhouden': 'De post en het geld op orde',
} as const
const norm = (activiteit: keyof typeof resultaten, minuten: number): Normregel => ({
  activiteit,
  minuten,
  keer: perWeek,
  soort: 'norm',
  resultaat: `Verzonnen. ${resultaten[activiteit]}.`,
})

function normregels(minuten: number): Normregel[] {
  if (minuten <= 60) return [norm('Samen de week doornemen', minuten)]
  const kort = Math.max(15, Math.round(minuten / 3 / 15) * 15)
  if (minuten <= 120) return [norm('Samen de week doornemen', kort), norm('Oefenen met de dagelijkse dingen', minuten - kort)]
  return [norm('Samen de week doornemen', 45), norm('Post en geld bijhouden', 30), norm('Oefenen met de dagelijkse dingen', minuten - 75)]
}

/** Alleen waar genoeg tijd is om iets af te trekken of bij te stellen. */
function bijstelling(minuten: number, toeval: () => number): Normregel[] {
  const trekking = toeval()
  if (minuten < 90 || trekking >= MET_AFTREK + MET_AFWIJKING) return []
  const regel = { activiteit: 'Oefenen met de dagelijkse dingen', keer: perWeek } as const
  return trekking < MET_AFTREK
    ? [{ ...regel, minuten: 15, soort: 'aftrek', reden: 'Verzonnen. Een buurvrouw doet hiervan een deel, en blijft dat doen.' }]
    : [
        {
          ...regel,
          minuten: 15,
          soort: 'afwijking',
          reden: 'Nieuwe woning',
          motivering: 'Verzonnen. In een nieuwe omgeving kost dit de eerste tijd meer.',
        },
      ]
}

/** Normaal verdeeld, met gemiddelde nul. */
const normaal = (toeval: () => number): number => Math.sqrt(-2 * Math.log(1 - toeval())) * Math.cos(2 * Math.PI * toeval())
