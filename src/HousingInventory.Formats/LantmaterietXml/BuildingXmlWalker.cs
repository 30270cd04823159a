using System.Globalization;

namespace HousingInventory.Formats;

/// <summary>
/// Reads one Byggnad element. The products of Lantmäteriet wrap the same facts differently and not all their schemas are public, so a fact is recognised
/// by its own name and by the nearest of five contexts around it (dwelling, address, entrance, register unit, purpose), whatever else lies between.
/// </summary>
internal sealed class BuildingXmlWalker(RecordXmlReader xml)
{
    private const int None = -1;

    private readonly TextPool _pool = new();
    private readonly GmlGeometryReader _shape = new();
    private readonly GmlGeometryReader _place = new();
    private readonly List<BuildingPurpose> _purposes = [];
    private readonly List<BuildingEntrance> _entrances = [];
    private readonly List<BuildingDwelling> _dwellings = [];
    private readonly List<(int Order, RegisterUnitReference Unit)> _units = [];

    private BuildingXmlRecord _building = new();
    private BuildingEntrance _entrance = new();
    private BuildingDwelling _dwelling = new(null, null, null, RegisterStatus.Unknown);
    private BuildingPurpose _purpose = new(null, null, null);
    private RegisterUnitReference _unit = new(null, null, null);
    private int _unitOrder;
    private int _entranceDepth;
    private int _dwellingDepth;
    private int _addressDepth;
    private int _purposeDepth;
    private int _unitDepth;
    private int _relationDepth;

    /// <summary>The system that the file states, as far as it was read.</summary>
    public Crs? Crs => _shape.Crs ?? _place.Crs;

    /// <summary>What the file writes for it.</summary>
    public string? CrsText => _shape.CrsText ?? _place.CrsText;

    /// <summary>On the start of a Byggnad element: the building, and a step to the element's end.</summary>
    public BuildingXmlRecord Read()
    {
        _building = new BuildingXmlRecord();
        _purposes.Clear();
        _entrances.Clear();
        _dwellings.Clear();
        _units.Clear();
        _shape.Clear();
        _entranceDepth = _dwellingDepth = _addressDepth = _purposeDepth = _unitDepth = _relationDepth = None;
        int root = xml.Depth;
        if (!xml.IsEmptyElement)
        {
            while (xml.Read() && !(xml.IsEndElement && xml.Depth == root))
            {
                if (xml.IsElement)
                {
                    Start();
                }
                else if (xml.IsEndElement)
                {
                    End(xml.Depth);
                }
            }
        }

        // Dwellings outside any entrance keep together, as behind one entrance of which nothing is known.
        AddEntrance(new BuildingEntrance());
        int order = _units.Count == 0 ? 0 : _units.Min(static unit => unit.Order);
        return _building with
        {
            Purposes = [.. _purposes],
            Entrances = [.. _entrances],
            RegisterUnits = [.. _units.Where(unit => unit.Order == order).Select(static unit => unit.Unit)],
            Geometry = _shape.Result(),
        };
    }

    private void Start()
    {
        if (GmlGeometryReader.IsGeometry(xml.Name))
        {
            ReadGeometry();
        }
        else if (StartsContext(xml.Name, xml.Depth))
        {
            if (xml.IsEmptyElement)
            {
                End(xml.Depth);
            }
        }
        else if (_unitDepth != None || _relationDepth != None)
        {
            ReadUnit();
        }
        else if (_dwellingDepth != None)
        {
            ReadDwelling();
        }
        else if (_entranceDepth != None)
        {
            ReadEntrance();
        }
        else if (_purposeDepth != None)
        {
            ReadPurpose();
        }
        else
        {
            ReadBuilding();
        }
    }

    private bool StartsContext(string name, int depth)
    {
        switch (name)
        {
            case "lagenhet" or "bostadslagenhet" when _dwellingDepth == None:
                _dwellingDepth = depth;
                _dwelling = new BuildingDwelling(null, null, null, RegisterStatus.Unknown);
                return true;
            case "entre" when _entranceDepth == None && _dwellingDepth == None:
                AddEntrance(new BuildingEntrance());
                _entranceDepth = depth;
                _entrance = new BuildingEntrance();
                _place.Clear();
                return true;
            case "adressplatsreferens" or "adressreferens" or "adressplats" or "belagenhetsadress" or "belagenhetsadressreferens" when _addressDepth == None:
                _addressDepth = depth;
                return true;
            case "liggerpa" or "tillhor" or "berorsav" when _relationDepth == None:
                _relationDepth = depth;
                _unitOrder = name switch { "liggerpa" => 0, "tillhor" => 1, _ => 2 };
                return true;
            case "registerenhetsreferens" or "registerenhet" when _unitDepth == None:
                _unitOrder = _relationDepth == None ? 2 : _unitOrder;
                _unitDepth = depth;
                return true;
            default:
                return StartsPurpose(name, depth);
        }
    }

    private bool StartsPurpose(string name, int depth)
    {
        if (_entranceDepth != None || _dwellingDepth != None || (TypeOf(name) is null && name != "byggnadsandamal"))
        {
            return false;
        }

        // Byggnadsandamal may hold the type as an element, as its schema type, or as text.
        AddPurpose();
        _purposeDepth = depth;
        _purpose = new BuildingPurpose(TypeOf(name) ?? TypeOf(SchemaType()), null, null);
        return true;
    }

    private void End(int depth)
    {
        if (depth == _dwellingDepth)
        {
            _dwellingDepth = None;
            AddDwelling();
        }
        else if (depth == _addressDepth)
        {
            _addressDepth = None;
        }
        else if (depth == _entranceDepth)
        {
            _entranceDepth = None;
            AddEntrance(_entrance with { Position = _place.Result() });
        }
        else if (depth == _unitDepth || depth == _relationDepth)
        {
            _unitDepth = None;
            _relationDepth = depth == _relationDepth ? None : _relationDepth;
            AddUnit();
        }
        else if (depth == _purposeDepth)
        {
            AddPurpose();
            _purposeDepth = None;
        }
    }

    private void ReadGeometry()
    {
        if (_entranceDepth == None)
        {
            _shape.Read(xml);
        }
        else
        {
            _place.Read(xml);
        }
    }

    private void ReadBuilding()
    {
        switch (xml.Name)
        {
            case "objektidentitet" when _building.Id is null && _addressDepth == None:
                ReadOnlySpan<char> id = xml.Text().Trim("{}");
                _building = _building with { Id = id.IsEmpty ? null : id.ToString().ToLowerInvariant() };
                break;
            case "objektstatus" or "status" when _building.Status == RegisterStatus.Unknown:
                _building = _building with { Status = Status() };
                break;
            case "husnummer":
                _building = _building with { BuildingNumber = _building.BuildingNumber ?? Integer() };
                break;
            case "nybyggnadsar":
                _building = _building with { ConstructionYear = _building.ConstructionYear ?? Integer() };
                break;
            case "ofrigrund":
                _building = _building with { IsOnLandOfAnother = _building.IsOnLandOfAnother ?? Flag() };
                break;
            case "undantagenfranadressattning":
                _building = _building with { IsExemptFromAddressing = _building.IsExemptFromAddressing ?? Flag() };
                break;
            case "huvudbyggnad":
                _building = _building with { IsMainBuilding = _building.IsMainBuilding ?? Flag() };
                break;
            case "insamlingslage":
                _building = _building with { CapturedAt = _building.CapturedAt ?? _pool.Get(xml.Text()) };
                break;
            case "andamal" or "andamal1" or "andamal2" or "andamal3" or "andamal4" or "andamal5":
                ReadPurposeText();
                break;
        }
    }

    private void ReadPurpose()
    {
        switch (xml.Name)
        {
            case "objekttyp":
                _purpose = _purpose with { Type = _pool.Get(xml.Text()) ?? _purpose.Type };
                break;
            case "andamal":
                _purpose = _purpose with { Purpose = _pool.Get(xml.Text()) };
                break;
            case "huvudandamal":
                _purpose = _purpose with { IsMain = Flag() };
                break;
        }
    }

    /// <summary>"Bostad;Småhus friliggande" as the GeoPackage product writes it.</summary>
    private void ReadPurposeText()
    {
        ReadOnlySpan<char> text = xml.Text();
        int semicolon = text.IndexOf(';');
        _purpose = semicolon < 0
            ? new BuildingPurpose(null, _pool.Get(text), null)
            : new BuildingPurpose(_pool.Get(text[..semicolon].Trim()), _pool.Get(text[(semicolon + 1)..].Trim()), null);
        AddPurpose();
    }

    private void ReadEntrance()
    {
        switch (xml.Name)
        {
            case "entretyp":
                _entrance = _entrance with { Type = _pool.Get(xml.Text()) };
                break;
            case "objektstatus" or "status" when _addressDepth == None:
                _entrance = _entrance with { Status = Status() };
                break;
            case "objektidentitetadress" or "adressobjektidentitet" or "adressplatsuuid" or "adressuuid" or "belagenhetsadressobjektidentitet":
            case "objektidentitet" when _addressDepth != None:
                _entrance = _entrance with { AddressKey = RegisterKey.Normalise(xml.Text()) ?? _entrance.AddressKey };
                break;
            case "adressid" or "adressplatsid":
                _entrance = _entrance with { AddressNationalKey = RegisterKey.Normalise(xml.Text()) };
                break;
        }
    }

    private void ReadDwelling()
    {
        switch (xml.Name)
        {
            case "objektidentitet" when _addressDepth == None:
                _dwelling = _dwelling with { Key = RegisterKey.Normalise(xml.Text()) ?? _dwelling.Key };
                break;
            case "lagenhetsnummer":
                _dwelling = _dwelling with { Number = RegisterText.DwellingNumber(xml.Text(), _pool) };
                break;
            case "bostadsarea" or "boarea":
                _dwelling = _dwelling with { AreaM2 = NumberText.Parse(xml.Text()) };
                break;
            case "objektstatus" or "status":
                _dwelling = _dwelling with { Status = Status() };
                break;
        }
    }

    private void ReadUnit()
    {
        switch (xml.Name)
        {
            case "objektidentitet":
                _unit = _unit with { Key = RegisterKey.Normalise(xml.Text()) };
                break;
            case "fastighetsnyckel":
                _unit = _unit with { NationalKey = RegisterKey.Normalise(xml.Text()) };
                break;
            case "beteckning":
                _unit = _unit with { Designation = _pool.Get(xml.Text()) };
                break;
        }
    }

    private void AddDwelling()
    {
        if ((_dwelling.Key ?? _dwelling.Number) is not null || _dwelling.AreaM2 is not null)
        {
            _dwellings.Add(_dwelling);
        }
    }

    private void AddEntrance(BuildingEntrance entrance)
    {
        if (_dwellings.Count > 0 || (entrance.AddressKey ?? entrance.AddressNationalKey ?? entrance.Type) is not null || entrance.Position is not null)
        {
            _entrances.Add(entrance with { Dwellings = [.. _dwellings] });
            _dwellings.Clear();
        }
    }

    private void AddPurpose()
    {
        if ((_purpose.Type ?? _purpose.Purpose) is not null)
        {
            _purposes.Add(_purpose);
        }

        _purpose = new BuildingPurpose(null, null, null);
    }

    private void AddUnit()
    {
        if ((_unit.Key ?? _unit.NationalKey ?? _unit.Designation) is not null)
        {
            _units.Add((_unitOrder, _unit));
        }

        _unit = new RegisterUnitReference(null, null, null);
    }

    private static string? TypeOf(string? name) => name switch
    {
        "bostad" => "Bostad",
        "industri" => "Industri",
        "samhallsfunktion" => "Samhällsfunktion",
        "verksamhet" => "Verksamhet",
        "ekonomibyggnad" => "Ekonomibyggnad",
        "komplementbyggnad" => "Komplementbyggnad",
        "ovrigbyggnad" => "Övrig byggnad",
        _ => null,
    };

    /// <summary>xsi:type="x:BostadType" as "bostad".</summary>
    private string? SchemaType()
    {
        if (xml.Attribute("type") is not string type)
        {
            return null;
        }

        string name = RecordXmlReader.Fold(type[(type.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return name.EndsWith("type", StringComparison.Ordinal) ? name[..^4] : name;
    }

    private RegisterStatus Status() => RecordXmlReader.Fold(xml.Text().ToString()) switch
    {
        "planerad" => RegisterStatus.Planned,
        "gallande" => RegisterStatus.InForce,
        "gallande under utredning" => RegisterStatus.UnderInquiry,
        "avregistrerad" => RegisterStatus.Deregistered,
        _ => RegisterStatus.Unknown,
    };

    private int? Integer() => int.TryParse(xml.Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : null;

    private bool? Flag() => xml.Text() switch
    {
        "1" or "true" or "True" or "TRUE" or "Ja" or "JA" or "ja" or "J" => true,
        "0" or "false" or "False" or "FALSE" or "Nej" or "NEJ" or "nej" or "N" => false,
        _ => null,
    };
}
