import type { Matters } from "./matters.ts";

/** Words of news by what they are about; `*` stands for any ending. */
export const SPANISH: Matters = {
  death:
    "muert* muer* morir murió fallec* mata matan mató mataron asesin* cadáver* víctima* funeral* entierr* suicid* homicid* superviviente* " +
    "sobreviviente* ejecut* ahog* masacre* letal* mortal*",
  violence:
    "ataque* ataca* atacó tirote* dispar* arma* cuchill* apuñal* bomba* explo* agre* viol* violen* abus* tortur* rehén* rehenes secuestr* " +
    "terror* disturbio* enfrent* herid* hiere* amenaz* atentado* acoso*",
  war:
    "guerra* tropa* ejército* militar* soldado* misil* dron* invasión* invad* tregua* asedio* bombarde* frente* rebelde* milicia* nuclear* " +
    "tanque* otan golpe* ofensiva* ocup* anex* refugiad* paz artillería*",
  disaster:
    "accident* choque* inundaci* riada* tormenta* huracán* terremoto* sismo* seísmo* incendio* fuego* derrumb* descarril* catástrof* " +
    "desastre* deslizamiento* tornado* tifón* ciclón* sequía* hambruna* emergencia* evacu* rescat* desaparecid* naufrag* tsunami* erupci* " +
    "volcán* avalancha*",
  law:
    "tribunal* corte juez* jueza* jurado* juicio* acus* culpable* conden* sentenci* cárcel* prisión* arrest* deten* denunci* demand* fiscal* " +
    "policí* investig* crimen* criminal* sospech* fraude* corrup* imput* apel* recurso* prohíb* prohib* ilegal* ley leyes extradi* abogad* " +
    "absuel* veredicto*",
  power:
    "president* ministr* gobierno* parlament* senad* congres* elecci* elector* voto* votar* encuesta* partido* dimi* cese* destitu* oposición* " +
    "candidat* canciller* alcald* gobernador* sanci* tratado* cumbre* diplomát* embaj* referénd* presupuest* gabinete* protest* régimen* " +
    "dictad* rey reina coalición* diputad*",
  money:
    "econom* inflación* precio* mercado* bolsa* accion* banco* impuesto* deuda* benefici* pérdida* empleo* salari* coste* costo* millon* " +
    "comerci* arancel* recesión* quiebra* petróleo* gas energía* compra* moneda* invers* huelga* tipos",
  health:
    "virus covid* vacun* hospital* enfermedad* cáncer* brote* pandemi* infec* contagi* paciente* médic* droga* salud* enferm* abort* cirugía* " +
    "confinamiento* epidemi* síntoma* tratamiento* veneno* retir*",
  sport:
    "gol goles liga* copa* fútbol* jugador* entrenador* equipo* victoria* gana* final* semifinal* campeón* campeon* olímp* medalla* tenis* " +
    "carrera* temporada* club* título* torneo* empate*",
  show:
    "película* cine* actor* actriz* estrella* cantante* canción* álbum* música* banda* televis* netflix óscar* premio* famos* moda* festival* " +
    "concierto* artista* museo* libro* autor* novela* fans hollywood boda* serie* episodio*",
  light:
    "quiz* imágen* imagen* foto* vídeo* video* receta* consejo* guía* mejor* secreto* historia* vida* amor* viaje* comida* animal* perro* " +
    "gato* semana* cómo qué quién podcast* pregunta* respuesta* test*",
};
