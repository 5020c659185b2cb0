"""Newspapers and agencies that readers of world news know by name."""

from __future__ import annotations

NEWSPAPERS = frozenset(
    (
        "Asahi Shimbun|Yomiuri Shimbun|Mainichi Shimbun|Sankei Shimbun|Tokyo Shimbun|Nihon Keizai Shimbun|Nikkei|"
        "Japan Times|Kyodo News|Kyodo|Jiji Press|NHK|Guardian|Times of London|Sunday Times|Daily Telegraph|"
        "Financial Times|Daily Mail|Daily Mirror|Economist|BBC|Reuters|New York Times|Washington Post|"
        "Wall Street Journal|USA Today|Los Angeles Times|Chicago Tribune|Boston Globe|Newsweek|Bloomberg|CNN|"
        "Fox News|NBC|CBS|ABC News|Associated Press|AP|United Press International|UPI|Politico|Foreign Policy|"
        "Le Monde|Le Figaro|Agence France-Presse|AFP|Der Spiegel|Die Welt|Die Zeit|Bild|Süddeutsche Zeitung|"
        "Frankfurter Allgemeine Zeitung|Handelsblatt|DPA|Deutsche Welle|El País|El Pais|El Mundo|Corriere della Sera|"
        "La Repubblica|La Stampa|Izvestia|Kommersant|Vedomosti|Pravda|Rossiyskaya Gazeta|Nezavisimaya Gazeta|"
        "Komsomolskaya Pravda|Moscow Times|TASS|Interfax|RIA Novosti|Sputnik|Russia Today|RT|People's Daily|"
        "Global Times|China Daily|Xinhua|Xinhua News Agency|Guangming Daily|Liberation Daily|Beijing Daily|"
        "Beijing News|China Youth Daily|Securities Daily|Securities Times|China Securities Journal|"
        "Shanghai Securities News|Economic Daily|Legal Daily|Science and Technology Daily|Southern Weekly|"
        "South China Morning Post|Ming Pao|Ta Kung Pao|Wen Wei Po|Sing Tao Daily|Apple Daily|China Times|"
        "United Daily News|Liberty Times|Central News Agency|Taipei Times|Straits Times|Lianhe Zaobao|Bangkok Post|"
        "Jakarta Post|Times of India|Hindustan Times|Hindu|Indian Express|PTI|Dawn|Chosun Ilbo|JoongAng Ilbo|"
        "Dong-A Ilbo|Hankyoreh|Korea Herald|Korea Times|Yonhap|Yonhap News Agency|KCNA|Rodong Sinmun|Haaretz|"
        "Jerusalem Post|Al Jazeera|Al-Ahram|Asharq Al-Awsat|Hurriyet|Anadolu Agency|Sydney Morning Herald|Age|"
        "Australian|Toronto Star|Globe and Mail|Egypt Independent|Nation"
    ).split("|")
)
#: Those whose names are words too.
PLAIN_NEWSPAPERS = frozenset("Guardian Economist Hindu Age Australian Nation Sputnik Dawn Bild Pravda".split())
