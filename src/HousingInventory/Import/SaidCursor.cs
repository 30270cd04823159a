using HousingInventory.Formats;
using NetTopologySuite.Geometries;

namespace HousingInventory.Import;

/// <summary>
/// A pass over a table in which words for nothing are nothing, and text that was encoded twice is as it was meant: every source reads every column through it.
/// At the end it tells the source what could not be read.
/// </summary>
internal sealed class SaidCursor : IFeatureCursor
{
    private readonly IFeatureCursor _inner;
    private readonly SourceFile _file;
    private long _mendedTexts;
    private bool _isTold;

    public SaidCursor(IFeatureCursor inner, SourceFile file)
    {
        (_inner, _file) = (inner, file);
        Layer = inner.Layer.Columns.Any(static c => Words.IsTwiceEncoded(c.Name))
            ? inner.Layer with { Columns = [.. inner.Layer.Columns.Select(static c => c with { Name = Words.OnceEncoded(c.Name) })] }
            : inner.Layer;
    }

    public LayerInfo Layer { get; }

    /// <summary>As a spreadsheet program shows it, where the layer is a sheet: this is the number that people look for.</summary>
    public long Row => _inner.SheetRow;

    public string? Fault => _inner.Fault;

    public Geometry? Geometry => _inner.Geometry;

    public bool Read()
    {
        if (_inner.Read())
        {
            return true;
        }

        if (!_isTold)
        {
            _isTold = true;
            Tell(_inner.Gaps);
        }

        return false;
    }

    public string? Text(int column)
    {
        string? text = _inner.Text(column);
        return text is null || Words.IsNothing(text) ? null : Words.IsTwiceEncoded(text) ? Mended(text) : text;
    }

    public ReadOnlySpan<char> Span(int column)
    {
        ReadOnlySpan<char> text = _inner.Span(column);
        return Words.IsNothing(text) ? [] : Words.IsTwiceEncoded(text) ? Mended(text.ToString()) : text;
    }

    public double? Number(int column) => _inner.Number(column);

    /// <summary>The text as it stands, for a column in which "none" is an answer.</summary>
    public string? AsWritten(int column) => column < 0 ? null : _inner.Text(column);

    public void Dispose() => _inner.Dispose();

    private string Mended(string text)
    {
        _mendedTexts++;
        return Words.OnceEncoded(text);
    }

    private void Tell(ReadGaps gaps)
    {
        if (_mendedTexts > 0)
        {
            _file.Notice(new TextEncodedTwice(_mendedTexts));
        }

        if (gaps.CellsWithoutValue > 0)
        {
            _file.Notice(new CellsWithoutValue(gaps.CellsWithoutValue));
        }

        // A saved copy of the shortlist is read as a follow-up; what its second sheet holds is the tool's own.
        bool isShortlist = _file.Info.Type == "followup" && FollowUpSource.IsPlannersSheet(_inner.Layer.Name);
        if (gaps.UnreadRows > 0 && !isShortlist)
        {
            _file.Notice(new SheetsNotRead(gaps.UnreadSheets, gaps.UnreadRows));
        }

        if (gaps.GoesOn || gaps.StatedRecords > _inner.Row)
        {
            _file.Notice(gaps.StatedRecords is { } stated && stated > _inner.Row ? new AnswerIsPart(_inner.Row, stated) : new AnswerGoesOn(_inner.Row));
        }
    }
}
