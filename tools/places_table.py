"""What CLDR does not say about states and bodies: usual variants, capitals, demonyms. Kept by hand.

One line a party: `CODE continent | label | other names | seats | adjectives | people`

- label: `-` takes CLDR's English name;
- seats: capitals and houses that stand for a government in the news, the usual first;
- people: `Briton/Britons`; `+` the first adjective with and without -s; `=` the first adjective, unchanged;
- `?` after a form: it is also something else (a person, another place, a plain word), so leave it alone
  unless the context decides.
"""

TABLE = """
AF AS | - | | Kabul | Afghan | +
AL EU | - | | Tirana | Albanian | +
DZ AF | - | | Algiers | Algerian | +
AD EU | - | | Andorra la Vella | Andorran | +
AO AF | - | | Luanda | Angolan | +
AG NA | Antigua and Barbuda | Antigua? | St. John's?, Saint John's? | Antiguan, Barbudan | +
AR SA | - | Argentine Republic | Buenos Aires | Argentine, Argentinian, Argentinean | +, Argentinian/Argentinians, Argentinean/Argentineans
AM AS | - | | Yerevan | Armenian | +
AU OC | - | Commonwealth of Australia | Canberra | Australian, Aussie | +, Aussie/Aussies
AT EU | - | | Vienna | Austrian | +
AZ AS | - | | Baku | Azerbaijani, Azeri | +, Azeri/Azeris
BS NA | - | The Bahamas, the Bahamas | Nassau? | Bahamian | +
BH AS | - | | Manama | Bahraini | +
BD AS | - | | Dhaka | Bangladeshi | +
BB NA | - | | Bridgetown? | Barbadian, Bajan | +, Bajan/Bajans
BY EU | - | Byelorussia, Belorussia | Minsk | Belarusian, Belarussian, Byelorussian | +, Belarussian/Belarussians
BE EU | - | | | Belgian | +
BZ NA | - | | Belmopan | Belizean | +
BJ AF | - | Dahomey | Porto-Novo | Beninese | =
BT AS | - | | Thimphu | Bhutanese | =
BO SA | - | | La Paz, Sucre? | Bolivian | +
BA EU | Bosnia and Herzegovina | Bosnia, Bosnia-Herzegovina | Sarajevo | Bosnian, Herzegovinian | +, Bosniak/Bosniaks
BW AF | - | | Gaborone | Botswanan, Batswana | Motswana/Batswana, Botswanan/Botswanans
BR SA | - | | Brasília, Brasilia | Brazilian | +
BN AS | - | Brunei Darussalam | Bandar Seri Begawan | Bruneian | +
BG EU | - | | Sofia? | Bulgarian | +
BF AF | - | Upper Volta | Ouagadougou | Burkinabe, Burkinabé | =, Burkinan/Burkinans
BI AF | - | | Bujumbura, Gitega | Burundian | +
KH AS | - | Kampuchea | Phnom Penh | Cambodian | +
CM AF | - | Cameroun | Yaoundé, Yaounde | Cameroonian | +
CA NA | - | | Ottawa | Canadian | +
CV AF | - | Cabo Verde | Praia | Cape Verdean, Cabo Verdean | +
CF AF | - | | Bangui | Central African? | +
TD AF | Chad? | | N'Djamena, Ndjamena | Chadian | +
CL SA | - | | Santiago? | Chilean | +
CN AS | - | People's Republic of China, PRC, Mainland China, mainland China | Beijing, Peking, Zhongnanhai | Chinese | =
CO SA | - | | Bogotá, Bogota | Colombian | +
KM AF | - | | Moroni? | Comorian, Comoran | +
CG AF | Republic of the Congo | Congo-Brazzaville, Congo Republic, Republic of Congo | Brazzaville | |
CD AF | Democratic Republic of the Congo | Congo?, the Congo?, DR Congo, DRC, Congo-Kinshasa, Democratic Republic of Congo, D.R. Congo, Zaire | Kinshasa | Congolese? | =, Zairian/Zairians
CR NA | - | | San José?, San Jose? | Costa Rican | +
CI AF | Ivory Coast | Côte d'Ivoire, Cote d'Ivoire | Yamoussoukro, Abidjan | Ivorian, Ivoirian | +
HR EU | - | | Zagreb | Croatian, Croat | +, Croat/Croats
CU NA | - | | Havana | Cuban | +
CY EU | - | | Nicosia | Cypriot | +
CZ EU | Czech Republic | Czechia | Prague | Czech | +
DK EU | - | | Copenhagen | Danish | Dane/Danes
DJ AF | - | | | Djiboutian | +
DM NA | Dominica | | Roseau | |
DO NA | - | | Santo Domingo | Dominican? | +
EC SA | - | | Quito | Ecuadorian, Ecuadorean, Ecuadoran | +, Ecuadorean/Ecuadoreans, Ecuadoran/Ecuadorans
EG AF | - | Arab Republic of Egypt | Cairo | Egyptian | +
SV NA | - | | San Salvador? | Salvadoran, Salvadorean, Salvadorian | +, Salvadorean/Salvadoreans
GQ AF | - | | Malabo | Equatorial Guinean, Equatoguinean | +
ER AF | - | | Asmara | Eritrean | +
EE EU | - | | Tallinn | Estonian | +
SZ AF | - | Swaziland | Mbabane | Swazi | +
ET AF | - | Abyssinia | Addis Ababa | Ethiopian | +
FJ OC | - | Fiji Islands | Suva | Fijian | +
FI EU | - | | Helsinki | Finnish | Finn/Finns
FR EU | - | French Republic | Paris, Élysée, Elysée, Elysee, Quai d'Orsay, Matignon | French | Frenchman/Frenchmen, Frenchwoman/Frenchwomen
GA AF | - | | Libreville | Gabonese | =
GM AF | - | The Gambia, the Gambia | Banjul | Gambian | +
GE AS | Georgia? | Republic of Georgia | Tbilisi | Georgian? | +
DE EU | - | Federal Republic of Germany | Berlin | German | +
GH AF | - | Gold Coast? | Accra | Ghanaian | +
GR EU | - | Hellenic Republic | Athens? | Greek, Hellenic | +
GD NA | - | | St. George's?, Saint George's? | Grenadian | +
GT NA | - | | Guatemala City | Guatemalan | +
GN AF | Guinea? | Guinea-Conakry | Conakry | Guinean? | +
GW AF | - | Guinea Bissau | Bissau | Bissau-Guinean, Guinea-Bissauan | +
GY SA | - | | Georgetown? | Guyanese | =
HT NA | - | | Port-au-Prince | Haitian | +
HN NA | - | | Tegucigalpa | Honduran | +
HU EU | - | | Budapest | Hungarian, Magyar | +, Magyar/Magyars
IS EU | - | | Reykjavik, Reykjavík | Icelandic | Icelander/Icelanders
IN AS | - | | New Delhi, Delhi | Indian? | +
ID AS | - | | Jakarta | Indonesian | +
IR AS | - | Islamic Republic of Iran, Persia | Tehran, Teheran | Iranian, Persian? | +, Persian?/Persians?
IQ AS | - | | Baghdad | Iraqi | +
IE EU | - | Republic of Ireland, Irish Republic | Dublin | Irish | Irishman/Irishmen, Irishwoman/Irishwomen
IL AS | - | State of Israel | Jerusalem?, Tel Aviv | Israeli | +
IT EU | - | | Rome | Italian | +
JM NA | - | | Kingston? | Jamaican | +
JP AS | - | | Tokyo | Japanese | =
JO AS | Jordan? | Hashemite Kingdom of Jordan | Amman | Jordanian | +
KZ AS | - | | Astana, Nur-Sultan | Kazakh, Kazakhstani | +, Kazakhstani/Kazakhstanis
KE AF | - | | Nairobi | Kenyan | +
KI OC | - | | South Tarawa | I-Kiribati | =
XK EU | - | Kosova | Pristina, Prishtina | Kosovan, Kosovar | +, Kosovar/Kosovars
KW AS | - | | Kuwait City | Kuwaiti | +
KG AS | - | Kyrgyz Republic, Kirghizia | Bishkek | Kyrgyz, Kyrgyzstani | =, Kyrgyzstani/Kyrgyzstanis
LA AS | - | Lao PDR, Lao People's Democratic Republic | Vientiane | Laotian, Lao | +
LV EU | - | | Riga | Latvian | +
LB AS | - | | Beirut | Lebanese | =
LS AF | - | | Maseru | Lesothan | Mosotho/Basotho
LR AF | - | | Monrovia | Liberian | +
LY AF | - | | Tripoli? | Libyan | +
LI EU | - | | Vaduz | | Liechtensteiner/Liechtensteiners
LT EU | - | | Vilnius | Lithuanian | +
LU EU | - | Grand Duchy of Luxembourg, Luxemburg | | Luxembourgish | Luxembourger/Luxembourgers
MG AF | - | | Antananarivo | Malagasy, Madagascan | =, Madagascan/Madagascans
MW AF | - | | Lilongwe | Malawian | +
MY AS | - | | Kuala Lumpur, Putrajaya | Malaysian | +
MV AS | - | The Maldives, the Maldives | | Maldivian | +
ML AF | - | | Bamako | Malian | +
MT EU | - | | Valletta | Maltese? | =
MH OC | - | | Majuro | Marshallese | =
MR AF | - | | Nouakchott | Mauritanian | +
MU AF | - | | Port Louis | Mauritian | +
MX NA | - | | Mexico City | Mexican | +
FM OC | - | Federated States of Micronesia | Palikir | Micronesian | +
MD EU | - | Moldavia, Republic of Moldova | Chisinau, Chișinău, Kishinev | Moldovan, Moldavian | +, Moldavian/Moldavians
MC EU | - | | | Monegasque, Monégasque, Monacan | +, Monacan/Monacans
MN AS | - | | Ulaanbaatar, Ulan Bator | Mongolian | +
ME EU | - | | Podgorica | Montenegrin | +
MA AF | - | Kingdom of Morocco | Rabat | Moroccan | +
MZ AF | - | | Maputo | Mozambican | +
MM AS | Myanmar | Burma | Naypyidaw, Nay Pyi Taw, Yangon, Rangoon | Burmese?, Myanmarese | =
NA AF | - | | Windhoek | Namibian | +
NR OC | - | | Yaren | Nauruan | +
NP AS | - | | Kathmandu, Katmandu | Nepalese, Nepali | =, Nepali/Nepalis
NL EU | - | The Netherlands, the Netherlands, Holland? | The Hague, the Hague, Amsterdam | Dutch | Dutchman/Dutchmen, Dutchwoman/Dutchwomen, Netherlander/Netherlanders
NZ OC | - | Aotearoa | Wellington? | Kiwi? | New Zealander/New Zealanders, Kiwi?/Kiwis?
NI NA | - | | Managua | Nicaraguan | +
NE AF | Niger? | | Niamey | Nigerien | +
NG AF | - | | Abuja | Nigerian | +
KP AS | - | DPRK, Democratic People's Republic of Korea, D.P.R.K. | Pyongyang | North Korean | +
MK EU | - | Macedonia?, FYROM, Republic of North Macedonia | Skopje | Macedonian?, North Macedonian | +
NO EU | - | | Oslo | Norwegian | +
OM AS | - | Sultanate of Oman | Muscat? | Omani | +
PK AS | - | | Islamabad, Rawalpindi | Pakistani | +
PW OC | - | | Ngerulmud | Palauan | +
PS AS | Palestine | Palestinian Territories, Palestinian territories, State of Palestine, Palestinian Authority | Ramallah | Palestinian | +
PA NA | Panama? | | Panama City? | Panamanian | +
PG OC | - | PNG? | Port Moresby | Papua New Guinean, Papuan? | +
PY SA | - | | Asunción, Asuncion | Paraguayan | +
PE SA | - | | Lima? | Peruvian | +
PH AS | - | The Philippines, the Philippines | Manila, Malacañang, Malacañan | Philippine, Filipino, Filipina | Filipino/Filipinos, Filipina/Filipinas
PL EU | - | | Warsaw | Polish? | Pole?/Poles?
PT EU | - | | Lisbon | Portuguese | =
QA AS | - | | Doha | Qatari | +
RO EU | - | Rumania, Roumania | Bucharest | Romanian, Rumanian | +
RU EU | - | Russian Federation | Moscow, Kremlin | Russian | +
RW AF | - | | Kigali | Rwandan | +
KN NA | Saint Kitts and Nevis | St. Kitts and Nevis, St Kitts and Nevis, St. Kitts, St Kitts | Basseterre | Kittitian, Nevisian | +
LC NA | Saint Lucia | St. Lucia, St Lucia | Castries | Saint Lucian, St. Lucian | +
VC NA | Saint Vincent and the Grenadines | St. Vincent and the Grenadines, St Vincent and the Grenadines | Kingstown | Vincentian | +
WS OC | - | Western Samoa | Apia | Samoan? | +
SM EU | - | | | Sammarinese | =
ST AF | São Tomé and Príncipe | Sao Tome and Principe, São Tomé, Sao Tome | | São Toméan, Santomean | +
SA AS | - | Kingdom of Saudi Arabia, KSA | Riyadh | Saudi, Saudi Arabian | +, Saudi Arabian/Saudi Arabians
SN AF | - | | Dakar | Senegalese | =
RS EU | - | | Belgrade | Serbian | +, Serb/Serbs
SC AF | - | The Seychelles, the Seychelles | Victoria? | Seychellois | =
SL AF | - | | Freetown | Sierra Leonean | +
SG AS | - | | | Singaporean | +
SK EU | - | Slovak Republic | Bratislava | Slovak, Slovakian | +, Slovakian/Slovakians
SI EU | - | | Ljubljana | Slovenian, Slovene | +, Slovene/Slovenes
SB OC | - | Solomons | Honiara | | Solomon Islander/Solomon Islanders
SO AF | - | | Mogadishu | Somali, Somalian | +, Somalian/Somalians
ZA AF | - | Republic of South Africa | Pretoria, Cape Town? | South African | +
KR AS | - | Republic of Korea, Korea?, ROK | Seoul, Blue House | South Korean, Korean? | +, Korean?/Koreans?
SS AF | - | | Juba | South Sudanese | =
ES EU | - | | Madrid | Spanish | Spaniard/Spaniards
LK AS | - | Ceylon? | Colombo | Sri Lankan | +
SD AF | - | | Khartoum | Sudanese | =
SR SA | - | Surinam | Paramaribo | Surinamese | =, Surinamer/Surinamers
SE EU | - | | Stockholm | Swedish | Swede/Swedes
CH EU | - | | Bern?, Berne | Swiss | =
SY AS | - | Syrian Arab Republic | Damascus | Syrian | +
TW AS | - | Chinese Taipei, Republic of China, Formosa | Taipei | Taiwanese | =
TJ AS | - | | Dushanbe | Tajik, Tajikistani | +, Tajikistani/Tajikistanis
TZ AF | - | | Dodoma, Dar es Salaam | Tanzanian | +
TH AS | - | Siam? | Bangkok | Thai | +
TL AS | Timor-Leste | East Timor | Dili | Timorese, East Timorese | =
TG AF | - | | Lomé, Lome | Togolese | =
TO OC | - | | Nuku'alofa, Nuku‘alofa | Tongan | +
TT NA | Trinidad and Tobago | Trinidad | Port of Spain, Port-of-Spain | Trinidadian, Tobagonian | +
TN AF | - | | Tunis | Tunisian | +
TR AS | Turkey | Türkiye, Turkiye, Republic of Turkey, Republic of Türkiye | Ankara | Turkish | Turk/Turks
TM AS | - | | Ashgabat, Ashkhabad | Turkmen, Turkmenistani | Turkmenistani/Turkmenistanis
TV OC | - | | Funafuti | Tuvaluan | +
UG AF | - | | Kampala | Ugandan | +
UA EU | - | the Ukraine, The Ukraine | Kyiv, Kiev | Ukrainian | +
AE AS | - | UAE, U.A.E., Emirates? | Abu Dhabi, Dubai? | Emirati | +
GB EU | - | UK, U.K., Britain, Great Britain, G.B. | London, Westminster?, Whitehall, Downing Street, 10 Downing Street | British | Briton/Britons, Brit/Brits
GB-ENG EU | England | | | English? | Englishman/Englishmen, Englishwoman/Englishwomen
GB-SCT EU | Scotland | | Edinburgh, Holyrood | Scottish, Scots | Scot?/Scots, Scotsman/Scotsmen, Scotswoman/Scotswomen
GB-WLS EU | Wales | | Cardiff | Welsh | Welshman/Welshmen, Welshwoman/Welshwomen
GB-NIR EU | Northern Ireland | Ulster | Belfast, Stormont | Northern Irish | Ulsterman/Ulstermen
US NA | - | US, U.S., USA, U.S.A., America?, United States of America, the States? | Washington?, Washington D.C., Washington DC, White House, Pentagon, Capitol Hill, Foggy Bottom | American | +, Yankee?/Yankees?
UY SA | - | | Montevideo | Uruguayan | +
UZ AS | - | | Tashkent | Uzbek, Uzbekistani | +, Uzbekistani/Uzbekistanis
VU OC | - | New Hebrides | Port Vila | Vanuatuan, Ni-Vanuatu, ni-Vanuatu | +
VA EU | Vatican City | Vatican, Holy See | | |
VE SA | - | | Caracas, Miraflores? | Venezuelan | +
VN AS | - | Viet Nam | Hanoi, Ha Noi | Vietnamese | =
YE AS | - | | Sanaa, Sana'a | Yemeni | +, Yemenite/Yemenites
ZM AF | - | | Lusaka | Zambian | +
ZW AF | - | Rhodesia | Harare | Zimbabwean | +
HK AS | Hong Kong | Hongkong, HKSAR | | Hong Kongese | Hong Konger/Hong Kongers, Hongkonger/Hongkongers
MO AS | Macau | Macao, Macao SAR | | Macanese | =
GL NA | - | | Nuuk | Greenlandic | Greenlander/Greenlanders
PR NA | - | | San Juan? | Puerto Rican | +
FO EU | - | Faeroe Islands, Faroes | Tórshavn, Torshavn | Faroese | =
GI EU | - | | | Gibraltarian | +
BM NA | - | | | Bermudian, Bermudan | +
GU OC | - | | Hagåtña, Hagatna | Guamanian | +
EH AF | - | | Laayoune | Sahrawi | +
NC OC | - | | Noumea, Nouméa | New Caledonian | +
PF OC | - | Tahiti | Papeete | French Polynesian, Tahitian | +, Tahitian/Tahitians
CK OC | - | | Avarua | | Cook Islander/Cook Islanders
KY NA | - | Caymans | | Caymanian | +
FK SA | - | Falklands | | | Falkland Islander/Falkland Islanders
AW NA | - | | Oranjestad | Aruban | +
EU EU | European Union | EU, E.U. | Brussels | |
UN - | United Nations | UN, U.N., U.N.O. | Turtle Bay? | |
NATO - | NATO | Nato, North Atlantic Treaty Organization, North Atlantic Treaty Organisation, Atlantic Alliance, Atlantic alliance | | |
"""

# Languages with a three-letter code, or another usual English name, that are still everyday words in the news.
MORE_LANGUAGES = """
Cantonese Mandarin Hokkien Hakka Shanghainese Putonghua Farsi Dari Flemish Filipino Tagalog Cebuano Ilocano
Hawaiian Cherokee Hmong Konkani Bhojpuri Maithili Santali Tetum Uighur Kirghiz Castilian Yiddish
Moldovan Sorbian Ladino Creole Berber Kinyarwanda Latin Mongol Serbo-Croatian Bangla Punjabi Odia Oriya
""".split()
