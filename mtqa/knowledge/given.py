"""Given names that only men or only women bear, in the languages news is translated from."""

from __future__ import annotations

from mtqa.knowledge.data import DATA

#: By the lists of Faker: men and women, a line each.
_LISTED = {
    sex: frozenset(names.split())
    for sex, _, names in (
        line.partition(": ") for line in DATA.joinpath("given.txt").read_text(encoding="utf-8").splitlines()
    )
}
# Left out: what both bear somewhere (Andrea, Jean, Kim, Robin, Sasha, Nikita), and words (Mark, Grace).

_MEN = frozenset(
    "aaron abdullah abraham ahmed akira albert aleksandr aleksei alexander alexei alfonso alfred ali anatoly "
    "andreas andrei andrew anthony antoine antonio arkady arnaud arthur benjamin benoit bernard bernd boris brian "
    "bruno carlos charles christian christoph christopher claude daniel david denis didier diego dieter dietmar "
    "dmitri dmitry edouard eduardo edward emmanuel emre enrique eric erik ernesto eugene evgeny fabien felipe "
    "felix fernando francisco francois frank franz frederic friedrich fumio gabriel geoffrey georg george gerhard "
    "gianni gilles giovanni giuseppe gregory guido guillaume gustavo hans harald hasan hassan heinrich heinz "
    "helmut henri henry herbert hiroshi horst hubert hugo hussein ibrahim igor ivan jacob jacques jaime james "
    "javier jeffrey jens jeremy jim joachim joe johann john jonathan jorge joseph juan juergen julio jörg jürgen "
    "karim karl kenji kenneth kevin khalid klaus koji konstantin kurt larry lars laurent lawrence leonardo leonid "
    "lorenzo lothar louis luc lucas luigi luis lukas mahmoud manfred manuel marc marcel marco marcus mario markus "
    "matteo matthew matthias maxim mehmet michael miguel mikhail mohamed mohammad mohammed muhammad mustafa "
    "narendra nicolas nigel nikolai olaf oleg oliver olivier omar oscar osman otto pablo patrick paul pavel pedro "
    "peter philip philippe pierre pyotr rafael rainer rajiv ralf raul raymond recep reinhard ricardo richard "
    "robert roberto rodrigo roger roland rolf roman ronald salvador samuel sebastian serge sergei sergey shigeru "
    "shinzo simon stanislav stefan stephane stephen steven sven takashi taro theodor thierry timothy tomas ulrich "
    "uwe valery vasily viktor vincent vladimir volker walter werner wilhelm wolfgang xavier yann yuri yusuf "
    "yves".split()
)
_WOMEN = frozenset(
    "adriana agnes aisha akiko alexandra alice alicia amanda amina ana anastasia angela anita anna anne anneliese "
    "annette annie antonia asuncion ayse ayşe barbara beate beatrice beatriz brigitte carla carmen caroline "
    "catarina catherine cecilia charlotte chiara christina christine claire clara claudia concepcion consuelo "
    "cristina daniela deborah delphine denise diana dolores dominika dorothea edith ekaterina elena eleonora elif "
    "elisabeth elizabeth ella ellen emilia emily emma erika esther eva evelyn fabienne fatima fatma federica "
    "florence francesca francoise frauke frieda gabriela gabriele gabriella galina genevieve gertrud giovanna "
    "giulia hanna hannah hannelore heidi heike helen helena helene hélène hülya ilse ines ingrid irene irina "
    "isabel isabella isabelle jacqueline jane janet jennifer jessica joanna johanna josefina juana judith julia "
    "juliane juliette karen karin katarina katharina katherine kathleen kathrin katrin keiko kristina laura leila "
    "linda lisa lucia ludmila lydia lyudmila magdalena manuela margaret margarita maria mariana marianne marie "
    "marina marta martha martina mary mathilde maya melanie mercedes michelle michiko miriam monica monika nadia "
    "nadine nancy natalia natalie natalya natasha nathalie nicole nina noriko oksana olga patricia paula pauline "
    "petra pilar polina rachel raquel rebecca regina renate rita rosa rosalia rosario ruth sabine samantha sandra "
    "sara sarah sibylle silvia simone sofia sonia sophia sophie stefanie stephanie susan susana susanne sushma "
    "svetlana sylvia sylvie tamara tatiana tatyana teresa theresa ulrike ursula valentina valeria valerie vanessa "
    "vera veronica veronika victoria viktoria virginia xiomara yekaterina yoko yolanda yuko yulia yvonne zeynep "
    "zsuzsanna élisabeth".split()
)

MEN = _MEN | (_LISTED["men"] - _WOMEN)
WOMEN = _WOMEN | (_LISTED["women"] - _MEN)
