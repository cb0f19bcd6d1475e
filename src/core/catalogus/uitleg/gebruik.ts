/** Waar een uitspraak in de catalogus werkt. Berekend uit de gegevens, zodat niemand een lijst hoeft bij te houden. */
import type { Catalogus } from '#core/catalogus/vorm.ts'

export type Gebruik =
  | { readonly soort: 'vraag'; readonly sleutel: string; readonly tekst: string }
  | { readonly soort: 'rij'; readonly tabel: string; readonly rij: string; readonly tekst: string }
  | { readonly soort: 'waarschuwing'; readonly tabel: string; readonly code: string; readonly tekst: string }
  | { readonly soort: 'afgeleid'; readonly sleutel: string; readonly tekst: string }
  | { readonly soort: 'instelling'; readonly sleutel: string; readonly amb: string; readonly tekst: string }
  | { readonly soort: 'toelichting'; readonly amb: string; readonly tekst: string }
  | { readonly soort: 'lijst' | 'resultaat' | 'bouwsteen' | 'omvang' | 'kenmerk'; readonly product: string; readonly tekst: string }
  | { readonly soort: 'cel'; readonly rij: string; readonly kolom: string; readonly tekst: string }
  | { readonly soort: 'stapeling' | 'vaststellen'; readonly tekst: string }
  | { readonly soort: 'vignet'; readonly id: string; readonly tekst: string }

/** Alle plaatsen die deze uitspraak noemen, in de volgorde van de keten: vraag, tabel, product, stapeling, instelling, vignet. */
export function gebruikVan(catalogus: Catalogus, eis: string): readonly Gebruik[] {
  return [
    ...inVragen(catalogus, eis),
    ...inTabellen(catalogus, eis),
    ...inProducten(catalogus, eis),
    ...bijVaststellen(catalogus, eis),
    ...inStapeling(catalogus, eis),
    ...inInstellingen(catalogus, eis),
    ...(catalogus.vignetten ?? [])
      .filter((v) => v.eisen.includes(eis))
      .map((v): Gebruik => ({ soort: 'vignet', id: v.id, tekst: v.titel })),
  ]
}

function inVragen(catalogus: Catalogus, eis: string): Gebruik[] {
  const vragen = Object.entries(catalogus.vragen).filter(([, v]) => v.eisen.includes(eis))
  const afgeleid = Object.entries(catalogus.afgeleid ?? {}).filter(
    ([, a]) => a.eisen?.includes(eis) || a.rijen.some((r) => r.eisen?.includes(eis)),
  )
  return [
    ...vragen.map(([sleutel, v]): Gebruik => ({ soort: 'vraag', sleutel, tekst: v.tekst })),
    ...afgeleid.map(([sleutel, a]): Gebruik => ({ soort: 'afgeleid', sleutel, tekst: a.tekst })),
  ]
}

function inTabellen(catalogus: Catalogus, eis: string): Gebruik[] {
  return Object.entries(catalogus.tabellen).flatMap(([tabel, t]) => [
    ...t.rijen.filter((r) => r.eisen.includes(eis)).map((r): Gebruik => ({ soort: 'rij', tabel, rij: r.rij, tekst: r.tekst })),
    ...(t.waarschuwingen ?? [])
      .filter((w) => w.eis === eis)
      .map((w): Gebruik => ({ soort: 'waarschuwing', tabel, code: w.code, tekst: w.tekst })),
  ])
}

function inProducten(catalogus: Catalogus, eis: string): Gebruik[] {
  return Object.entries(catalogus.producten).flatMap(([product, p]) => {
    const omvang = p.omvang
    const bijOmvang = omvang && (omvang.eisen.includes(eis) || Object.values(omvang).includes(eis) || omvang.minMaanden?.eis === eis)
    return [
      ...(p.lijst ?? [])
        .filter((l) => l.eis === eis)
        .map((l): Gebruik => ({ soort: 'lijst', product, tekst: `Punt ${l.nummer}: ${l.tekst}` })),
      ...(p.resultaten ?? []).filter((r) => r.eis === eis).map((r): Gebruik => ({ soort: 'resultaat', product, tekst: r.tekst })),
      ...(p.bouwstenen ?? []).filter((b) => b.eis === eis).map((b): Gebruik => ({ soort: 'bouwsteen', product, tekst: b.tekst })),
      ...(bijOmvang ? [{ soort: 'omvang', product, tekst: `Omvang van ${p.naam}` } as const] : []),
    ]
  })
}

function inStapeling(catalogus: Catalogus, eis: string): Gebruik[] {
  const s = catalogus.stapeling
  const naam = (code: string) => catalogus.producten[code]?.naam ?? code
  const cellen = Object.entries(s.cellen ?? {}).flatMap(([rij, eisen]) =>
    eisen.flatMap((e, i): Gebruik[] => {
      const kolom = s.volgorde[i]
      return e === eis && kolom
        ? [{ soort: 'cel', rij, kolom, tekst: `${naam(rij)} naast ${naam(kolom)}: ${s.matrix?.[rij]?.[i] ?? ''}` }]
        : []
    }),
  )
  const regels: Gebruik[] = [s.perFamilie, s.paren, s.buitenMatrix].flatMap((r) =>
    r?.eis === eis ? [{ soort: 'stapeling' as const, tekst: r.tekst }] : [],
  )
  if (s.eisSymmetrie === eis) regels.push({ soort: 'stapeling', tekst: 'De matrix wordt op symmetrie gecontroleerd.' })
  return [...cellen, ...regels]
}

/** Wat een andere wet betekent voor het vaststellen van een indicatie. */
const bijVaststellen = (catalogus: Catalogus, eis: string): Gebruik[] =>
  (catalogus.voorliggend ?? []).filter((r) => r.eis === eis).map((r) => ({ soort: 'vaststellen', tekst: r.tekst }))

function inInstellingen(catalogus: Catalogus, eis: string): Gebruik[] {
  return [
    ...Object.entries(catalogus.instellingen ?? {})
      .filter(([, i]) => i.eisen.includes(eis))
      .map(([sleutel, i]): Gebruik => ({ soort: 'instelling', sleutel, amb: i.amb, tekst: i.titel })),
    ...(catalogus.toelichtingen ?? [])
      .filter((t) => t.eisen.includes(eis))
      .map((t): Gebruik => ({ soort: 'toelichting', amb: t.amb, tekst: t.titel })),
  ]
}
