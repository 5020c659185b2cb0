"""How the words for states and peoples begin in other languages of Europe, where English begins otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from mtqa.knowledge.sounds import romanised

__all__ = ["PEOPLES", "opening"]


def _plain(letters: str) -> str:
    return letters.replace("c", "k").replace("y", "i").replace("j", "i").replace("w", "v")


#: By the code of the state; by hand, from general knowledge. It only excuses: what begins so may be of the state.
_TABLE = (
    "US=amer,usa,ssha,spoj,zjed,soed,etat,esta,stati,vere,vst,fila,kalif,texa,washi,vashi "
    "GB=brit,angl,engl,ingl,velk,wiel,velik,reino,roya,regno,verei,skot,szko,schot,shot,scoz,escoc,ekos,ecoss,"
    "vels,wal,vali,galle,gale,lond "
    "DE=alle,alem,nem,niem,tede,duit,germ,deut,bund,frg,brd,ddr,rda,rfa AT=autr,aust,oste,rak,avst "
    "FR=fran,fra CH=suiz,suis,sviz,szwa,svy,schw,shve,zvit "
    "NL=hola,olan,holl,niz,nied,neder,pays,paes,niderl,goll BE=belg,belh IT=ital,vlas,vlos,wlos "
    "ES=espa,spa,hisp,hisz,isp,kata PT=port PL=pol,lach CZ=ces,cze,tche,tsch,che,cec,bohe SK=slov,slow "
    "HU=hong,hung,ung,mad,weg,ven,magy RO=rou,rum,rom BG=bul,bol GR=gre,grie,rec,hell,ell "
    "TR=tur,tyr,osman RS=ser,srb HR=cro,kro,chor,hrv,horv SI=slov,slow BA=bos,her ME=mont,cern,czar,cher "
    "MK=mac,mak,maz,mace AL=alb,arn,ship UA=ukr,ucr BY=bel,bial,weis,bie "
    "RU=rus,ros,mosk,mosc,sovet,sov,sowj,krem DK=dan,dae,dun,dat SE=sue,sved,szwe,schw,shve,zwe,zve "
    "NO=nor IE=irl,irs,iris FI=fin,suom IS=isl,ijs EE=est,ehst,estl LV=let,lot,lat LT=lit,litv "
    "JP=jap,giap,yap,nip CN=chi,kit,cin,kin,czi,kyt,sino,pek KR=kor,cor,jihok,sud,kore "
    "KP=kor,cor,sev,sever,nord IN=ind,hin PK=pak IL=isr,izr,iud,zid,jud EG=egy,egip,egit,egi "
    "SY=syr,sir,sire,syri IQ=ira IR=ira,per,fars SA=saud,sau,arab GE=gru,geo AM=arm AZ=azer,aser "
    "MA=mar,maro DZ=alg,alz,arg TN=tun LY=lib,liv,lyb CA=kan,can,queb,kveb MX=mex,mek,meks,mes,messi "
    "BR=bre,bra AR=arg CL=chi,cil,czi CO=col,kol VE=ven,wen CU=cub,kub AU=aus,avs,ocean "
    "NZ=nov,nuo,neus,nue,now,niew ZA=jih,jiho,suda,afri,suid,poludn,iuar,yuar,iuzhn LB=lib,liv "
    "JO=jor,ior,giord,hashe PS=pal,gaz VN=vie,wie,vet TH=tai,thai,taj,siam PH=fil,phil ID=ind MY=mal "
    "TW=tai,taj,thai AF=afg KE=ken,kien,ksen NG=nig ET=eti,aet,eth,abes SD=sud SO=som CG=kon,con "
    "CD=kon,con,drk,rdc CM=kam,cam CI=pobr,wybr,elf,cote,ivor,cost,avori SN=sen MT=mal "
    "CY=kyp,cip,zyp,chy,cyp,kip AE=emir,sae,spoj,zjed,arab,vere,oae,eau KZ=kaz,cas UZ=uzb,ouz,usb "
    "TJ=tad,tag KG=kyr,kir,kirg TM=tur XK=kos MD=mol VA=vat,wat,svat,santa,heil LK=sri,ceyl,cej "
    "MM=mya,bar,bir,birm,mian NP=nep BD=ban KH=kam,cam,khm MN=mon HK=hon,hong,gon,gonk MO=mac,mak "
    "PE=per,peru BO=bol EC=ekv,ecu,ekw,equ UY=uru PY=par GT=guat,gwat,gvat HN=hon,gon SV=sal NI=nik,nic "
    "CR=kost,cost,cos PA=pan HT=hai,gai DO=dom JM=jam,iam,gia "
)
PEOPLES: Mapping[str, tuple[str, ...]] = {
    code: tuple(map(_plain, heads.split(","))) for code, _, heads in (pair.partition("=") for pair in _TABLE.split())
}


def opening(word: str) -> str:
    """The first letters of a word of any language as English letters sound, one letter for those that change."""
    return _plain(romanised(word))[:6]
