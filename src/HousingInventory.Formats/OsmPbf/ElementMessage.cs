namespace HousingInventory.Formats.OsmPbf;

/// <summary>The fields of a Way or Relation message, of a plain Node, or of a group of dense nodes: the four share their numbers.</summary>
internal ref struct ElementMessage
{
    /// <summary>The coded value of field 1: an id, zigzag-coded for a node.</summary>
    public ulong Id;

    /// <summary>Field 1 of dense nodes: packed ids.</summary>
    public ReadOnlySpan<byte> Ids;

    /// <summary>Field 2: packed string numbers.</summary>
    public ReadOnlySpan<byte> Keys;

    /// <summary>Field 3: packed string numbers.</summary>
    public ReadOnlySpan<byte> Values;

    /// <summary>Field 8: nodes of a way, roles of a relation, latitudes of dense nodes.</summary>
    public ReadOnlySpan<byte> Eight;

    /// <summary>Field 9: members of a relation, longitudes of dense nodes.</summary>
    public ReadOnlySpan<byte> Nine;

    /// <summary>Field 10: member types of a relation, tags of dense nodes.</summary>
    public ReadOnlySpan<byte> Ten;

    /// <summary>Field 8 of a plain node.</summary>
    public long Latitude;

    /// <summary>Field 9 of a plain node.</summary>
    public long Longitude;

    public static ElementMessage Read(ReadOnlySpan<byte> message)
    {
        ElementMessage element = default;
        ProtoReader fields = new(message);
        while (fields.NextField(out int field))
        {
            switch (field)
            {
                case 1 when fields.IsNumber:
                    element.Id = fields.FieldVarint();
                    break;
                case 1:
                    element.Ids = fields.FieldBytes();
                    break;
                case 2:
                    element.Keys = fields.FieldBytes();
                    break;
                case 3:
                    element.Values = fields.FieldBytes();
                    break;
                case 8 when fields.IsNumber:
                    element.Latitude = fields.FieldSigned();
                    break;
                case 8:
                    element.Eight = fields.FieldBytes();
                    break;
                case 9 when fields.IsNumber:
                    element.Longitude = fields.FieldSigned();
                    break;
                case 9:
                    element.Nine = fields.FieldBytes();
                    break;
                case 10:
                    element.Ten = fields.FieldBytes();
                    break;
                default:
                    fields.SkipField();
                    break;
            }
        }

        return element;
    }
}
