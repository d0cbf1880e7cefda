import type { Matters } from "./matters.ts";

/** Words of news by what they are about; `*` stands for any ending. */
export const FRENCH: Matters = {
  death:
    "mort morts morte* mortel* mourir meurt meurent décès décéd* tué* tue tuent tuer meurtr* assassin* cadavre* victime* obsèque* enterr* " +
    "suicid* homicid* survivant* exécut* noyé* noyade* massacre*",
  violence:
    "attaque* attaqu* tir tirs tiré* fusillad* arme* couteau* poignard* bombe* explo* agress* viol viols violé* violen* abus* tortur* otage* " +
    "enlev* enlèv* terror* émeute* affront* bless* menac* attentat* harcel* harcèl*",
  war:
    "guerre* troupe* armée* militaire* soldat* missile* drone* invasion* envah* cessez* trêve* siège* frappe* front* rebelle* milice* " +
    "nucléaire* char chars otan putsch* offensive* occup* annex* réfugié* paix artillerie*",
  disaster:
    "accident* crash* inondation* crue* tempête* ouragan* séisme* tremblement* incendie* feu feux effondr* déraill* catastroph* glissement* " +
    "tornade* typhon* cyclone* sécheresse* famine* urgence* évacu* secour* disparu* naufrag* tsunami* éruption* volcan* canicule* avalanche*",
  law:
    "tribunal* cour juge* jugé* procès accus* coupable* condamn* peine* prison* arrêt* interpell* soupçon* plainte* procureur* parquet* polic* " +
    "enquêt* crime* criminel* suspect* fraude* corrup* inculp* examen appel* interdi* illég* loi lois extrad* avocat* acquitt* verdict* garde",
  power:
    "président* ministre* gouvernement* parlement* sénat* congrès* élect* vote* voter* sondage* parti partis démission* limog* opposition* " +
    "candidat* chancelier* maire* gouverneur* sanction* traité* sommet* diplomat* ambassad* référendum* budget* cabinet* manifest* régime* " +
    "dictat* roi reine coalition* député*",
  money:
    "économ* inflation* prix marché* bourse* action* banque* impôt* taxe* dette* bénéfice* perte* emploi* salaire* coût* milliard* million* " +
    "commerc* douan* récession* faillite* pétrole* gaz énergie* rachat* monnaie* invest* grève* taux",
  health:
    "virus covid* vaccin* hôpita* maladie* cancer* épidémi* pandémi* infect* patient* médecin* drogue* santé* malade* avort* opération* " +
    "confinement* symptôme* médic* traitement* poison* rappel*",
  sport:
    "match* but buts ligue* coupe* football* joueur* entraîneur* équipe* victoire* gagn* finale* demi* score* champion* olymp* médaill* " +
    "tennis* course* saison* club* titre* tournoi* nul rugby*",
  show:
    "film* cinéma* acteur* actrice* star stars chanteu* chanson* album* musique* groupe* télé* netflix oscar* césar* prix célébrit* mode " +
    "festival* concert* artiste* musée* livre* auteur* roman* fans hollywood royal* mariage* série* épisode*",
  light:
    "quiz* image* photo* vidéo* recette* conseil* guide* meilleur* secret* histoire* vie amour* voyage* cuisine* animal* chien* chat* " +
    "semaine* pourquoi comment quoi qui podcast* question* réponse* test*",
};
