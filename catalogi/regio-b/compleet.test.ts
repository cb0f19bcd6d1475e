/** Regio-b is volledig: elke uitspraak van bron B één keer, elk open punt met zijn standaard, en niets van een andere bron. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { controleerTabellen } from '#core/advies/controleer-tabellen.ts'
import { leesGeval } from '#core/advies/lees-geval.ts'
import { alleEisen, alleUitspraken } from '#core/catalogus/controle/controle.ts'
import { controleerCatalogus } from '#core/catalogus/controle/controleer.ts'
import { leesInstelling } from '#core/catalogus/instellingen.ts'
import { vergelijkingstabel } from '#core/catalogus/uitleg/vergelijkingstabel.ts'
import { catalogus, geladen } from './regio-b.testhulp.ts'

const register = readFileSync(join(import.meta.dirname, '../../docs/eisen.md'), 'utf8')

/** De rijen van het register: nummer en kolommen. */
const rijen = register.split('\n').flatMap((regel) => {
  const gevonden = /^\| (B-[A-Z]+-\d\d) \| (.*) \|$/.exec(regel)
  return gevonden ? [{ id: gevonden[1] as string, kolommen: (gevonden[2] as string).split(' | ') }] : []
})
const uitspraken = [
  ...(catalogus.gedeeld ?? []),
  ...Object.entries(catalogus.producten).flatMap(([code, p]) => p.uitspraken.map((u) => ({ ...u, producten: [code] }))),
]

/** Hoofdstuk 5 van het register, voor zover het bron B raakt, met de standaard als waarde. */
const standaarden: Record<string, unknown> = {
  iwmoCode: null,
  exportZonderCode: 'blokkeren',
  tariefNiveau: 'aanbieder',
  tariefBedragCent: null,
  wlzOverbruggingHerinnerenNaWeken: 12,
  wlzUitsluitingB: { nieuw: 'geen_advies', bestaand: 'waarschuwen' },
  dagdeelMinMinuten: 120,
  noShowDeclarabel: 'nee',
  dagdeelTelling: 'geheel',
  afwijkingToegestaan: 'nee',
  afwijkingTerugwerkend: 'nee',
  evaluatieIntervalMaanden: { default: 6, BX: 3, BT: 3 },
  planLabel: 'begeleidingsplan',
  planTermijnWeken: 6,
  eenheidB: 'uur',
  bekostigingB: null,
  biLeerbaarheid: ['leerbaar', 'beperkt_leerbaar', 'niet_leerbaar'],
  maxMaandenKortdurend: { BX: 12, BT: 12 },
  instabielEnNietUitstelbaar: 'BT_met_waarschuwing',
  btOvergangVereist: 'nietPlanbaar',
  kantoortijden: 'ma-vr 08:30-17:00',
  responsStart: 'beslissing',
  responsMinuten: 45,
  responsNormPct: 100,
  btOorzaakLichamelijk: 'waarschuwen',
  signaalWetten: { BI: ['Wlz', 'Zvw', 'Pw'], BX: ['Wlz', 'Zvw', 'Pw'], BT: ['Wlz'], GV: [], GO: [] },
  vrijwilligSignaal: 'ja',
  crisisEvaluatieNa: '3 per 13 weken',
  crisisProductwissel: 'waarschuwen',
  ratioPeriode: 'kalendermaand',
  ratioNiveau: 'groep',
  ratioFormule: 'totaal_gedeeld_totaal',
  gvTelt: ['wmo_zin', 'pgb', 'wlz', 'anders_gemarkeerd'],
  goTelt: ['wmo_zin', 'pgb', 'ander_wettelijk_kader', 'anders_gemarkeerd'],
  vrijwilligerTelt: 'nee',
  inOpleidingTelt: 'nee',
  goMixGrondslag: 'uren',
  goHboMin: 2.5,
  goMboMax: 97.5,
  goPlanUitvoering: 'verantwoordelijkheid',
  consultatieKeten: { GV: ['mbo3>mbo4'], GO: ['mbo>hbo'], BT: ['mbo4>hbo', 'gedragswetenschapper'], BI: [], BX: [] },
  consultatieGat: 'waarschuwen',
  aaneengeslotenMaxPauzeMin: 60,
  maaltijdProducten: ['GV'],
  maaltijdDeclarabel: 'nee',
  etmaal: 'kalenderdag',
  maxDagdelenPerEtmaalB: 2,
  vergunningVerstrektDoor: 'opdrachtgever',
  ervaringMinMaanden: null,
  zelfdeProductTweeAanbieders: 'nee',
  overlapDagenBijWissel: 0,
  gelijktijdigToets: 'werkelijke_tijd',
  btSpoedTijdensGroep: 'registreren_niet_declareren',
  aliassen: { BT: ['Beschermd Thuis'], GO: ['Begeleiding groep ontwikkelingsgericht', 'Begeleiding groep Ontwikkelings-gericht'] },
  gemeenteB: 'nog te benoemen',
  startTermijnWerkdagen: null,
  beslistermijnWeken: null,
  pgbLevering: 'alleen_telling',
  pgbTeltInStapeling: 'ja',
  minLeeftijd: 18,
  leeftijdUitkomst: 'waarschuwen',
  hogerDanHboTelt: 'ja',
  richtingVereist: 'nee',
  enkeleMax: 3,
  meerdereMin: 2,
  biBxHoofdcriterium: 'stabiliteit',
  motivatieUitkomst: 'waarschuwen',
  groepEvaluatie: 'herinneren',
  groepStoppenVerplicht: 'nee',
  ladderAlleProducten: 'ja',
  ladderUitkomstZonderTekst: 'waarschuwen',
  // AMB-49 vraagt uren per kwartaal per product voor de mix; de sleutels noemt het register bij de andere bron.
  mixGrondslag: 'uren',
  mixPeriode: 'kwartaal',
  // Eigen instellingen van de software.
  omvangAfronding: { op: 5, wijze: 'dichtstbij' },
  matrixSymmetrisch: 'ja',
}

describe('uitspraken van bron B', () => {
  it('precies de 206 nummers van het register, elk één keer', () => {
    const nummers = [...alleUitspraken(catalogus)].map((u) => u.eis)
    expect(rijen).toHaveLength(206)
    expect([...nummers].sort()).toEqual(rijen.map((r) => r.id).sort())
  })

  it('gedeelde uitspraken gelden precies voor de producten die het register noemt', () => {
    const gedeeld = rijen.filter((r) => /^B-(IND|GRP)-/.test(r.id))
    expect(gedeeld).toHaveLength(24)
    for (const rij of gedeeld) {
      expect(uitspraken.find((u) => u.eis === rij.id)?.producten, rij.id).toEqual(rij.kolommen[0]?.split(', '))
    }
  })

  it('elke uitspraak heeft eigen tekst, een passage in de bron en, waar de bron woorden geeft, een citaat', () => {
    const metPassage = new Set((catalogus.passages ?? []).flatMap((p) => p.eisen))
    expect(uitspraken.filter((u) => !metPassage.has(u.eis)).map((u) => u.eis)).toEqual([])
    // B-GO-21 gaat over wat er niet staat, B-ST-26 volgt uit alle cellen samen.
    expect(uitspraken.filter((u) => !u.citaat).map((u) => u.eis)).toEqual(['B-ST-26', 'B-GO-21'])
    for (const u of uitspraken) expect(u.tekst.length, u.eis).toBeLessThanOrEqual(200)
  })

  it('een passage van een uitspraak bevat haar citaat', () => {
    const plat = (t: string) => t.replace(/\s+/g, ' ')
    const regels = Object.values(catalogus.bronteksten).join('\n').split('\n')
    const zonder = uitspraken.flatMap((u) => {
      const stukken = (catalogus.passages ?? [])
        .filter((p) => p.eisen.includes(u.eis))
        .map((p) => {
          const [van = 0, tot = van] = p.regels.split('-').map(Number)
          return plat(regels.slice(van - 1, tot).join(' '))
        })
      const citaten = u.citaat ? [u.citaat].flat() : []
      return citaten.some((c) => !stukken.some((s) => s.includes(plat(c)))) ? [u.eis] : []
    })
    expect(zonder).toEqual([])
  })
})

describe('open punten van bron B', () => {
  it('elke sleutel staat er met de standaard van het register', () => {
    const instellingen = catalogus.instellingen ?? {}
    expect(Object.fromEntries(Object.keys(instellingen).map((k) => [k, leesInstelling(catalogus, {}, k)]))).toEqual(standaarden)
  })

  it('elk open punt dat een uitspraak van bron B noemt, staat er', () => {
    const punten = register.split('\n').flatMap((regel) => {
      const gevonden = /^\| (AMB-\d\d) \| ([^|]*) \|/.exec(regel)
      return gevonden && /\bB-[A-Z]+/.test(gevonden[2] as string) ? [gevonden[1] as string] : []
    })
    const staatEr = new Set(alleEisen(catalogus))
    expect(punten.filter((p) => !staatEr.has(p))).toEqual([])
    expect(punten.length).toBeGreaterThan(20)
  })

  it('de standaard is een van de lezingen, en elke lezing heeft een eigen tekst', () => {
    for (const [sleutel, i] of Object.entries(catalogus.instellingen ?? {})) {
      expect(
        i.lezingen.map((l) => l.waarde),
        sleutel,
      ).toContainEqual(i.standaard)
      expect(new Set(i.lezingen.map((l) => l.tekst)).size, sleutel).toBe(i.lezingen.length)
    }
  })
})

describe('niets van een andere bron', () => {
  it('alleen de vijf producten van bron B, in deze volgorde', () => {
    expect(catalogus.catalogus.productvolgorde).toEqual(['BI', 'BX', 'BT', 'GV', 'GO'])
    expect(Object.keys(catalogus.producten).sort()).toEqual(['BI', 'BT', 'BX', 'GO', 'GV'])
  })

  it('geen uitspraak, gemeente of product van bron A', () => {
    const tekst = JSON.stringify({ ...catalogus, bronteksten: {} })
    expect(tekst).not.toMatch(/\bA-[A-Z]{2,3}-\d\d|Hulst|Terneuzen|\b(BB|BR|BP|GB|GP)\b/)
    expect(catalogus.gemeenten).toEqual([{ naam: 'nog te benoemen', code: null }])
  })

  it('B-BI-01 goed: in Hulst wordt begeleiding individueel niet aangeboden', () => {
    expect(leesGeval(catalogus, { gemeente: 'Hulst', antwoorden: {} }).ok).toBe(false)
    expect(catalogus.producten.BI?.naam).toBe('Begeleiding individueel')
  })

  it('B-BI-01 fout: begeleiding individueel staat nooit naast een product van een andere bron', () => {
    const genoemd = Object.values(catalogus.tabellen).flatMap((t) =>
      t.rijen.flatMap((r) => ('product' in r.dan ? [r.dan.product] : 'bespreken' in r.dan ? r.dan.bespreken : [])),
    )
    expect([...new Set(genoemd)].sort()).toEqual(['BI', 'BT', 'BX', 'GO', 'GV'])
  })
})

describe('samenhang', () => {
  it('de controle vindt niets', () => {
    expect(controleerCatalogus(geladen)).toEqual([])
    expect(controleerTabellen(geladen)).toEqual([])
  })

  it('de vergelijkingstabel heeft elk onderwerp van het register en volgt uit de gegevens', () => {
    const deel = register.split('### 3.3')[1]?.split('\n## ')[0] ?? ''
    const onderwerpen = deel.split('\n').filter((r) => r.startsWith('| ') && !r.startsWith('| Subject'))
    const tabel = vergelijkingstabel(catalogus, catalogus.catalogus.productvolgorde)
    // Soort en eenheid staan er bij ons nog bij.
    expect(tabel).toHaveLength(onderwerpen.length + 2)
    // Waar het register een streepje zet, zegt de bron niets.
    const gevuld = tabel.slice(2).map((rij) => catalogus.catalogus.productvolgorde.map((p) => rij.cellen[p]?.tekst !== null))
    expect(gevuld).toEqual(
      onderwerpen.map((r) =>
        r
          .split(' | ')
          .slice(1)
          .map((cel) => cel.replace(/ \|$/, '') !== '–'),
      ),
    )
  })
})
