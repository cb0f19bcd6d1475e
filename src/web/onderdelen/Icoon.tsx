/** Onze eigen lijniconen, 20 × 20. Altijd naast een woord; daarom verborgen voor een schermlezer. */
const tekening = {
  info: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 9v5M10 6.2v.6" />
    </>
  ),
  waarschuwing: (
    <>
      <path d="M10 2.8 18 16.6H2z" />
      <path d="M10 8v4.2M10 14.2v.5" />
    </>
  ),
  fout: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="m7 7 6 6m0-6-6 6" />
    </>
  ),
  succes: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="m6.4 10.2 2.5 2.6 4.7-5.400" />
    </>
  ),
  vink: <path d="m4 10.500 4 4 8-9" />,
  kruis: <path d="m5 5 10 10M15 5 5 15" />,
  streepje: <path d="M5 10h10" />,
  vraag: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M7.700 7.900c0-1.300 1-2.200 2.300-2.200s2.300.9 2.300 2.100c0 1.700-2.300 1.800-2.300 3.600M10 13.900v.5" />
    </>
  ),
  zoek: (
    <>
      <circle cx="9" cy="9" r="5.5" />
      <path d="m13.200 13.200 4 4" />
    </>
  ),
  omlaag: <path d="m5 8 5 5 5-5" />,
  rechts: <path d="m8 5 5 5-5 5" />,
  links: <path d="m12 5-5 5 5 5" />,
  contract: (
    <>
      <path d="M5 2.500h7l3 3v12H5z" />
      <path d="M8 9h4.500M8 12h4.500M8 15h2.500" />
    </>
  ),
  boek: (
    <path d="M10 5.200C8 3.800 5.500 3.500 3 3.700v11.600c2.500-.2 5 .1 7 1.500 2-1.400 4.500-1.700 7-1.500V3.700c-2.500-.2-5 .1-7 1.500zm0 0v11.600" />
  ),
  probeer: (
    <>
      <path d="M4 4.500h12v8.500H9l-3.500 3v-3H4z" />
      <path d="M7 7.500h6M7 10h4" />
    </>
  ),
  omvang: (
    <>
      <circle cx="10" cy="10.500" r="6.500" />
      <path d="M10 6.500v4l2.700 2M8 2.500h4" />
    </>
  ),
  stapeling: <path d="M3 5h8M6 10h11M9 15h6" strokeWidth="2.600" />,
  persoon: (
    <>
      <circle cx="10" cy="6" r="3" />
      <path d="M4.500 17c0-3.800 2.300-6 5.500-6s5.500 2.200 5.500 6" />
    </>
  ),
  afdrukken: (
    <>
      <path d="M6 7V3h8v4M6 14H3.500V8.500h13V14H14" />
      <path d="M6 12h8v5H6z" />
    </>
  ),
  pijl: <path d="M4 10h12m-5-5 5 5-5 5" />,
  omhoog: <path d="m5 12 5-5 5 5" />,
  wissel: <path d="M4 7h12m-3-3 3 3-3 3M16 13.500H4m3-3-3 3 3 3" />,
  ongelijk: <path d="M4 7.500h12M4 12.500h12M13 4 7 16" />,
  leeg: <circle cx="10" cy="10" r="5.500" />,
  half: (
    <>
      <circle cx="10" cy="10" r="5.500" />
      <path d="M10 4.500a5.500 5.500 0 0 0 0 11z" fill="currentColor" />
    </>
  ),
  vol: <circle cx="10" cy="10" r="5" fill="currentColor" />,
  werk: (
    <>
      <path d="M3.500 5.500h13v10h-13zM7.500 5.500v-2h5v2" />
      <path d="M3.500 10h13" />
    </>
  ),
  personen: (
    <>
      <circle cx="7.500" cy="7" r="2.700" />
      <path d="M2.500 16c0-3.200 2-5 5-5s5 1.800 5 5M12.500 4.500a2.600 2.600 0 0 1 0 5M14 11.500c2.200.4 3.500 2 3.500 4.500" />
    </>
  ),
  regelaars: (
    <>
      <path d="M3 6h7M14 6h3M3 14h3M10 14h7" />
      <circle cx="12" cy="6" r="2" />
      <circle cx="8" cy="14" r="2" />
    </>
  ),
  oog: (
    <>
      <path d="M2.500 10C4.200 6.800 6.900 5 10 5s5.800 1.800 7.500 5c-1.700 3.200-4.400 5-7.500 5s-5.800-1.800-7.500-5z" />
      <circle cx="10" cy="10" r="2.300" />
    </>
  ),
  brief: <path d="M3 5h14v10.500H3zM3 5.500l7 5.500 7-5.500" />,
  beheer: <path d="M4 4.500h12M4 8h12M4 11.500h7M4 15h4M13 15l1.500 1.500L17.500 13" />,
  meer: <path d="M4.500 10h.2M10 10h.2M15.500 10h.2" strokeWidth="2.800" />,
  deel: <path d="M8 12 14 6m0 0H9.500M14 6v4.500M8 5H4.500v10.500H15V12" />,
} as const

export type Icoonnaam = keyof typeof tekening

/** `tekst`: zo groot als de letters ernaast, in een lopende zin. */
export function Icoon({ naam, groot, tekst }: { naam: Icoonnaam; groot?: boolean; tekst?: boolean }) {
  const maat = groot ? 24 : 20
  return (
    <svg
      className={tekst ? 'md-icoon md-icoon--tekst' : 'md-icoon'}
      viewBox="0 0 20 20"
      width={maat}
      height={maat}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {tekening[naam]}
    </svg>
  )
}
