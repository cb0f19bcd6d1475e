import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { Tabs } from '../onderdelen/Tabs.tsx'

/** De delen van Mijn werk; op elk daarvan dezelfde, zodat men van het ene naar het andere kan. */
export function Werktabs() {
  const sessie = gebruikEigenSessie()
  return (
    <Tabs
      naam="Delen van Mijn werk"
      delen={[
        { naar: '/werk', tekst: 'Van mij' },
        ...(sessie.team ? [{ naar: '/werk/team', tekst: sessie.team.naam }] : []),
        { naar: '/zaken', tekst: 'Alle zaken' },
        { naar: '/werk/noodtoegang', tekst: 'Noodtoegang' },
      ]}
    />
  )
}
