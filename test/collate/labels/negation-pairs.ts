/**
 * Pairs of sentences by language, own words: "+" where the later one denies what the earlier one said (or says what that denied),
 * "=" where it does not. The first half was at hand while the rules were made; the second was written before them and read by them once
 * they were done.
 */
export const NEGATION_PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  en: [
    `
+ The mayor will sign the contract. | The mayor will not sign the contract.
+ The pump was not tested before the flood. | The pump was tested before the flood.
+ The bridge can carry heavy lorries. | The bridge cannot carry heavy lorries.
+ Venn didn't attend the hearing in Ems. | Venn attended the hearing in Ems.
+ It is legal to camp in the park. | It is illegal to camp in the park.
+ The merger is likely to go ahead this year. | The merger is unlikely to go ahead this year.
+ The crew was able to reach the boat. | The crew was unable to reach the boat.
+ The council approved the new harbour. | The council rejected the new harbour.
+ Prices of bread rose in the spring. | Prices of bread fell in the spring.
+ Orvik made a profit last year. | Orvik made a loss last year.
+ The jury found the banker guilty. | The jury found the banker not guilty.
+ The union supports the offer of the port. | The union opposes the offer of the port.
+ The court allowed the march through the town. | The court banned the march through the town.
+ Harnby won the match at Ems. | Harnby lost the match at Ems.
= Venn has not signed the contract. | Venn hasn't signed the contract.
= The tower is not only tall but old. | The tower is tall but old.
= The mayor never signed the lease. | The mayor did not sign the lease.
= The dam held for two days. | The dam held for three days.
= The mill is closed on Mondays. | The mill is closed on Mondays. It has no lift.
= Rose Dahl spoke to the guests in Ems. | Ruth Dahl spoke to the guests in Ems.
`,
    `
+ The ferry runs on Sundays. | The ferry no longer runs on Sundays.
+ The minister has never met the owner of the yard. | The minister has met the owner of the yard.
+ The board failed to inform the owners. | The board informed the owners.
+ The contract is valid until the autumn. | The contract is invalid until the autumn.
+ The minister confirmed the sale of the yard. | The minister denied the sale of the yard.
+ Fewer people came to the fair this year. | More people came to the fair this year.
+ Sales of coal increased in the north. | Sales of coal decreased in the north.
+ The search for the crew succeeded. | The search for the crew failed.
+ The miner was found dead in the shaft. | The miner was found alive in the shaft.
+ Roth accepted the post of head teacher. | Roth declined the post of head teacher.
+ The road to the pass is open. | The road to the pass is closed.
+ No one was hurt when the roof fell. | Two people were hurt when the roof fell.
+ The water in the lake is safe to drink. | The water in the lake is unsafe to drink.
+ The owners agree with the plan. | The owners disagree with the plan.
= The report leaves no doubt that the dam was weak. | The report shows that the dam was weak.
= The road was not open to lorries. | To lorries, the road was not open.
= She did not see the fire from her roof. | She did not notice the fire from her roof.
= The council lost its files in the flood. | The council lost its records in the flood.
= The team cannot train in the hall. | The team can't train in the hall.
= The up train left at nine. | The down train left at ten past nine, and no one was on board.
`,
  ],
  de: [
    `
+ Der Stadtrat stimmt dem Vertrag zu. | Der Stadtrat stimmt dem Vertrag nicht zu.
+ Die Pumpe wurde vor der Flut nicht geprüft. | Die Pumpe wurde vor der Flut geprüft.
+ Im Hafen gibt es eine Fähre. | Im Hafen gibt es keine Fähre.
+ Das Zelten im Park ist legal. | Das Zelten im Park ist illegal.
+ Ein Verkauf der Werft ist wahrscheinlich. | Ein Verkauf der Werft ist unwahrscheinlich.
+ Der Rat genehmigte den neuen Hafen. | Der Rat lehnte den neuen Hafen ab.
+ Die Brotpreise stiegen im Frühjahr. | Die Brotpreise sanken im Frühjahr.
+ Orvik machte im vergangenen Jahr Gewinn. | Orvik machte im vergangenen Jahr Verlust.
+ Der Minister bestätigte den Verkauf der Werft. | Der Minister bestritt den Verkauf der Werft.
+ Das Gericht erlaubte den Marsch durch die Stadt. | Das Gericht verbot den Marsch durch die Stadt.
+ Harnby gewann das Spiel in Ems. | Harnby verlor das Spiel in Ems.
+ Die Straße zum Pass ist offen. | Die Straße zum Pass ist geschlossen.
+ Der Bergmann wurde tot gefunden. | Der Bergmann wurde lebend gefunden.
+ Niemand wurde beim Einsturz verletzt. | Zwei Menschen wurden beim Einsturz verletzt.
= Der Turm ist nicht nur hoch, sondern auch alt. | Der Turm ist hoch und alt.
= Die Mühle ist montags zu. | Die Mühle ist montags zu. Sie hat keinen Aufzug.
= Venn hat den Vertrag nie unterschrieben. | Venn hat den Vertrag nicht unterschrieben.
= Der Damm hielt zwei Tage. | Der Damm hielt drei Tage.
= Nicht gesehen hat sie das Feuer. | Das Feuer hat sie nicht gesehen.
= Die Gewerkschaft gewann neue Mitglieder. | Die Gewerkschaft gewann weitere Mitglieder.
`,
    `
+ Die Fähre fährt sonntags. | Die Fähre fährt sonntags nicht mehr.
+ Der Minister hat den Besitzer nie getroffen. | Der Minister hat den Besitzer getroffen.
+ Der Vertrag ist bis zum Herbst gültig. | Der Vertrag ist bis zum Herbst ungültig.
+ Weniger Menschen kamen zum Markt. | Mehr Menschen kamen zum Markt.
+ Der Umsatz mit Kohle nahm zu. | Der Umsatz mit Kohle nahm ab.
+ Die Suche nach der Besatzung war erfolgreich. | Die Suche nach der Besatzung war erfolglos.
+ Roth nahm den Posten an. | Roth lehnte den Posten ab.
+ Das Wasser im See ist sicher. | Das Wasser im See ist unsicher.
+ Die Eigentümer sind für den Plan. | Die Eigentümer sind gegen den Plan.
+ Der Angeklagte wurde schuldig gesprochen. | Der Angeklagte wurde freigesprochen.
+ Keiner der Zeugen sah den Wagen. | Einer der Zeugen sah den Wagen.
+ Die Bank hält an dem Plan fest. | Die Bank hält an dem Plan nicht fest.
+ Der Betrieb ist profitabel. | Der Betrieb ist unprofitabel.
+ Das Spiel endete mit einem Sieg für Ems. | Das Spiel endete mit einer Niederlage für Ems.
= Der Bericht lässt keinen Zweifel, dass der Damm schwach war. | Der Bericht zeigt, dass der Damm schwach war.
= Der Rat verlor seine Akten in der Flut. | Der Rat verlor seine Unterlagen in der Flut.
= Sie sah das Feuer nicht. | Sie bemerkte das Feuer nicht.
= Das Team darf nicht in die Halle. | In die Halle darf das Team nicht.
= Die Brücke war lange gesperrt. | Die Brücke war lange Zeit gesperrt.
= Der Zug fuhr um neun. | Der Zug fuhr um zehn nach neun, und niemand war an Bord.
`,
  ],
  fr: [
    `
+ Le maire signera le contrat. | Le maire ne signera pas le contrat.
+ La pompe n'a pas été vérifiée avant la crue. | La pompe a été vérifiée avant la crue.
+ Il est légal de camper dans le parc. | Il est illégal de camper dans le parc.
+ La vente du chantier est probable. | La vente du chantier est improbable.
+ Le conseil a approuvé le nouveau port. | Le conseil a rejeté le nouveau port.
+ Le prix du pain a augmenté au printemps. | Le prix du pain a baissé au printemps.
+ Orvik a enregistré un bénéfice l'an dernier. | Orvik a enregistré une perte l'an dernier.
+ Le ministre a confirmé la vente. | Le ministre a démenti la vente.
+ Le tribunal a autorisé la marche. | Le tribunal a interdit la marche.
+ Harnby a gagné le match à Ems. | Harnby a perdu le match à Ems.
+ La route du col est ouverte. | La route du col est fermée.
+ Le mineur a été retrouvé mort. | Le mineur a été retrouvé vivant.
+ Aucun témoin n'a vu la voiture. | Un témoin a vu la voiture.
+ Le syndicat soutient l'offre du port. | Le syndicat refuse l'offre du port.
= La tour n'est pas seulement haute, elle est vieille. | La tour est haute et vieille.
= Le moulin est fermé le lundi. | Le moulin est fermé le lundi. Il n'a pas d'ascenseur.
= Venn n'a jamais signé le bail. | Venn n'a pas signé le bail.
= Le barrage a tenu deux jours. | Le barrage a tenu trois jours.
= Le conseil a perdu ses dossiers. | Le conseil a perdu ses archives.
= Le feu, elle ne l'a pas vu. | Elle n'a pas vu le feu.
`,
    `
+ Le bac circule le dimanche. | Le bac ne circule plus le dimanche.
+ Le ministre n'a jamais rencontré le patron. | Le ministre a rencontré le patron.
+ Le contrat est valide jusqu'à l'automne. | Le contrat est invalide jusqu'à l'automne.
+ Moins de visiteurs sont venus à la foire. | Plus de visiteurs sont venus à la foire.
+ Les recherches ont réussi. | Les recherches ont échoué.
+ Roth a accepté le poste. | Roth a refusé le poste.
+ Les propriétaires sont favorables au projet. | Les propriétaires sont défavorables au projet.
+ Le banquier a été jugé coupable. | Le banquier a été jugé innocent.
+ Personne n'a été blessé dans la chute du toit. | Deux personnes ont été blessées dans la chute du toit.
+ L'équipage était capable de fermer la vanne. | L'équipage était incapable de fermer la vanne.
+ Le pont est accessible aux camions. | Le pont est inaccessible aux camions.
+ La grève a été maintenue au port. | La grève a été annulée au port.
+ Les élus ont voté pour le budget. | Les élus ont voté contre le budget.
+ Le suspect avait nié les faits. | Le suspect avait reconnu les faits.
= Le rapport montre sans aucun doute que la digue était faible. | Le rapport montre que la digue était faible.
= Elle n'a pas vu l'incendie. | Elle n'a pas remarqué l'incendie.
= La halle n'est pas ouverte au club. | Au club, la halle n'est pas ouverte.
= Les visiteurs sont venus plus tôt à la foire. | Les visiteurs sont venus plus tard à la foire.
= Le port a gagné de l'argent. | Le port a gagné beaucoup d'argent.
= Le train est parti à neuf heures. | Le train est parti à neuf heures dix, et il n'y avait personne à bord.
`,
  ],
  es: [
    `
+ El alcalde firmará el contrato. | El alcalde no firmará el contrato.
+ La bomba no fue revisada antes de la crecida. | La bomba fue revisada antes de la crecida.
+ Es legal acampar en el parque. | Es ilegal acampar en el parque.
+ La venta del astillero es probable. | La venta del astillero es improbable.
+ El consejo aprobó el nuevo puerto. | El consejo rechazó el nuevo puerto.
+ El precio del pan subió en primavera. | El precio del pan bajó en primavera.
+ Orvik registró ganancias el año pasado. | Orvik registró pérdidas el año pasado.
+ El ministro confirmó la venta. | El ministro negó la venta.
+ El tribunal permitió la marcha. | El tribunal prohibió la marcha.
+ Harnby ganó el partido en Ems. | Harnby perdió el partido en Ems.
+ La carretera del puerto está abierta. | La carretera del puerto está cerrada.
+ El minero fue hallado muerto. | El minero fue hallado vivo.
+ Ningún testigo vio el coche. | Un testigo vio el coche.
+ El sindicato apoya la oferta. | El sindicato rechaza la oferta.
= La torre no solo es alta, también es vieja. | La torre es alta y vieja.
= El molino cierra los lunes. | El molino cierra los lunes. No tiene ascensor.
= Venn nunca firmó el contrato. | Venn no firmó el contrato.
= La presa aguantó dos días. | La presa aguantó tres días.
= El consejo perdió sus archivos. | El consejo perdió sus expedientes.
= El incendio no lo vio ella. | Ella no vio el incendio.
`,
    `
+ El barco sale los domingos. | El barco ya no sale los domingos.
+ El ministro nunca se reunió con el dueño. | El ministro se reunió con el dueño.
+ El contrato es válido hasta el otoño. | El contrato es inválido hasta el otoño.
+ Menos visitantes llegaron a la feria. | Más visitantes llegaron a la feria.
+ Las ventas de carbón aumentaron. | Las ventas de carbón disminuyeron.
+ Roth aceptó el cargo. | Roth declinó el cargo.
+ El banquero fue declarado culpable. | El banquero fue declarado inocente.
+ Nadie resultó herido en la caída del techo. | Dos personas resultaron heridas en la caída del techo.
+ El equipo fue capaz de cerrar la válvula. | El equipo fue incapaz de cerrar la válvula.
+ El agua del lago es segura. | El agua del lago es insegura.
+ Los vecinos están a favor del plan. | Los vecinos están en contra del plan.
+ La búsqueda tuvo éxito en la costa. | La búsqueda fracasó en la costa.
+ El club despidió al entrenador. | El club contrató al entrenador.
+ La huelga se mantiene en el puerto. | La huelga se cancela en el puerto.
= El informe muestra sin duda que el dique era débil. | El informe muestra que el dique era débil.
= Ella no vio el fuego. | Ella no advirtió el fuego.
= La sala no está abierta al club. | Al club no le está abierta la sala.
= Los visitantes llegaron más tarde a la feria. | Los visitantes llegaron más temprano a la feria.
= El puerto ganó dinero. | El puerto ganó mucho dinero.
= El tren salió a las nueve. | El tren salió a las nueve y diez, y no había nadie a bordo.
`,
  ],
};
